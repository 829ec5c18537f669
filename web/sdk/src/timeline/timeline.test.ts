import { expect, test } from 'vitest'
import { item, page, range } from '../../testing/given.ts'
import { Timeline } from './timeline.ts'

function opened(from: number, to: number, more = {}): Timeline {
  const timeline = new Timeline()
  timeline.opened(page(range(from, to), more))
  return timeline
}

const seqs = (timeline: Timeline) => timeline.items.map((one) => one.seq)
const recalled = (seq: number, changeSeq: number) =>
  item(seq, { body: {}, changeSeq, recalled: { by: '2', at: '2026-03-01T09:00:00Z' } })

test('messages in order are appended and nothing is wanted', () => {
  const timeline = opened(1, 3)
  timeline.message(item(4))
  timeline.message(item(5))
  expect(seqs(timeline)).toEqual([1, 2, 3, 4, 5])
  expect(timeline.wants()).toEqual([])
})

test('a repeat changes nothing', () => {
  const timeline = opened(1, 3)
  timeline.message(item(3))
  timeline.message(item(1))
  expect(seqs(timeline)).toEqual([1, 2, 3])
})

test('above a hole nothing is shown, and the hole is wanted', () => {
  const timeline = opened(1, 3)
  timeline.message(item(6))
  expect(seqs(timeline)).toEqual([1, 2, 3])
  expect(timeline.wants()).toEqual([{ kind: 'newer', after: 3 }])
})

test('a pulled page closes the hole with what waited above it', () => {
  const timeline = opened(1, 3)
  timeline.message(item(6))
  timeline.newer(page([4, 5, 6], { head: 6 }), 3)
  timeline.message(item(7))
  expect(seqs(timeline)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(timeline.wants()).toEqual([])
})

test('a page with more to come wants the next one from its end', () => {
  const timeline = opened(1, 3)
  timeline.head(9, 0)
  timeline.newer(page([4, 5], { head: 9, next: '5' }), 3)
  expect(timeline.wants()).toEqual([{ kind: 'newer', after: 5 }])
})

test('what lies outside my membership is no hole', () => {
  const timeline = opened(1, 3)
  timeline.head(9, 0)
  timeline.newer(page([4, 9], { head: 9, visible: [[1, 4], [9]] }), 3)
  expect(seqs(timeline)).toEqual([1, 2, 3, 4, 9])
  expect(timeline.wants()).toEqual([])
})

test('who was removed wants nothing of what follows', () => {
  const timeline = opened(1, 3)
  timeline.head(9, 0)
  timeline.newer(page([4], { head: 4, visible: [[1, 4]] }), 3)
  expect(timeline.wants()).toEqual([])
})

test('a number that no pull brings is given up after three', () => {
  const timeline = opened(1, 3)
  timeline.message(item(5))
  for (const _ of range(1, 3)) timeline.newer(page([5], { head: 5 }), 3)
  expect(seqs(timeline)).toEqual([1, 2, 3, 5])
  expect(timeline.skipped).toBe(1)
})

test('a message that was given up and comes after all takes its place', () => {
  const timeline = opened(1, 3)
  timeline.message(item(5))
  for (const _ of range(1, 3)) timeline.newer(page([5], { head: 5 }), 3)
  timeline.message(item(4))
  expect(seqs(timeline)).toEqual([1, 2, 3, 4, 5])
})

test('live messages that come before the first page join it', () => {
  const timeline = new Timeline()
  timeline.message(item(11))
  timeline.message(item(12))
  timeline.opened(page(range(1, 10)))
  expect(seqs(timeline)).toEqual(range(1, 12))
})

test('older pages are put in front until the start', () => {
  const timeline = opened(51, 100, { next: '51' })
  timeline.older(page(range(1, 50), { head: 100 }), 51)
  expect(seqs(timeline)).toEqual(range(1, 100))
  expect(timeline.atStart).toBe(true)
})

test('an older page that was asked for before the cut is dropped', () => {
  const timeline = opened(1, 100)
  timeline.trim(10)
  timeline.older(page(range(40, 49), { head: 100 }), 50)
  expect(seqs(timeline)).toEqual(range(91, 100))
  expect(timeline.atStart).toBe(false)
})

test('a recall replaces the message by its tombstone', () => {
  const timeline = opened(1, 3)
  timeline.change(1, recalled(2, 1))
  expect(timeline.items[1]?.recalled?.by).toBe('2')
  expect(timeline.wants()).toEqual([])
})

test('a late repeat of the message does not bring the text back', () => {
  const timeline = opened(1, 3)
  timeline.change(1, recalled(2, 1))
  timeline.message(item(2))
  timeline.newer(page([2, 3]), 1)
  expect(timeline.items[1]?.recalled?.by).toBe('2')
})

test('a hole among changes is pulled once and ends at the number of the server', () => {
  const timeline = opened(1, 5, { headChange: 3 })
  timeline.change(6, recalled(5, 6))
  expect(timeline.wants()).toEqual([{ kind: 'changes', after: 3 }])
  timeline.changes({ items: [recalled(1, 4), recalled(5, 6)], head: 5, headChange: 7 }, 3, 6)
  expect(timeline.changeTop).toBe(7)
  expect(timeline.wants()).toEqual([])
})

test('a live change during the pull is not forgotten', () => {
  const timeline = opened(1, 5, { headChange: 3 })
  timeline.change(6, recalled(5, 6))
  timeline.change(9, recalled(4, 9))
  timeline.changes({ items: [recalled(5, 6)], head: 5, headChange: 6 }, 3, 6)
  expect(timeline.wants()).toEqual([{ kind: 'changes', after: 6 }])
})

test('a recall of a message that is not loaded yet wins over the page that brings it', () => {
  const timeline = opened(51, 100, { next: '51' })
  timeline.change(1, recalled(20, 1))
  timeline.older(page(range(1, 50), { head: 100 }), 51)
  expect(timeline.items[19]?.recalled?.by).toBe('2')
})

test('a recall that overtakes its message wins as well', () => {
  const timeline = opened(1, 3)
  timeline.change(1, recalled(5, 1))
  timeline.message(item(5))
  timeline.newer(page([4, 5]), 3)
  expect(timeline.items[4]?.recalled?.by).toBe('2')
})

test('an empty conversation is loaded, at its start and ready for its first message', () => {
  const timeline = new Timeline()
  timeline.opened(page([]))
  expect(timeline.atStart).toBe(true)
  timeline.message(item(1))
  expect(seqs(timeline)).toEqual([1])
})

import { expect, test } from 'vitest'
import { Cursors } from './cursors.ts'

test('several marks leave as one frame, and only forward', () => {
  const cursors = new Cursors()
  cursors.shown('7', 3, 0)
  cursors.shown('7', 5, 50)
  cursors.shown('7', 4, 100)
  expect(cursors.due(100)).toEqual([])
  expect(cursors.nextAt()).toBe(200)
  expect(cursors.due(200)).toEqual([{ conversationId: '7', readSeq: 5 }])
  expect(cursors.due(300)).toEqual([])
})

test('the next frame of a conversation comes half a second after the last', () => {
  const cursors = new Cursors()
  cursors.shown('7', 3, 0)
  cursors.due(200)
  cursors.shown('7', 4, 210)
  expect(cursors.nextAt()).toBe(700)
})

test('a delivered mark travels alone only where it is ahead of the read one', () => {
  const cursors = new Cursors()
  cursors.delivered('7', 9, 0)
  expect(cursors.due(200)).toEqual([{ conversationId: '7', deliveredSeq: 9 }])
  cursors.shown('7', 9, 1_000)
  expect(cursors.due(1_200)).toEqual([{ conversationId: '7', readSeq: 9 }])
})

test('a new socket repeats what is not stored yet, and nothing else', () => {
  const cursors = new Cursors()
  cursors.shown('7', 5, 0)
  cursors.shown('8', 2, 0)
  cursors.due(200)
  cursors.stored('7', { readSeq: 5, deliveredSeq: 5 })
  cursors.connected(900)
  expect(cursors.due(900)).toEqual([{ conversationId: '8', readSeq: 2 }])
})

test('what another device read is not sent again', () => {
  const cursors = new Cursors()
  cursors.shown('7', 5, 0)
  cursors.stored('7', { readSeq: 8 })
  expect(cursors.due(200)).toEqual([])
  expect(cursors.readSeq('7')).toBe(8)
})

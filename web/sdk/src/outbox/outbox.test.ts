import { expect, test } from 'vitest'
import { pending } from '../../testing/given.ts'
import { WINDOW } from './lane.ts'
import { Outbox, type Due, type Refused } from './outbox.ts'

const half = () => 0.5
const line = (due: readonly Due[]) => due.map(({ entry, after }) => `${entry.clientMsgId}${after ? `<${after}` : ''}`)
const later = (more: Partial<Refused> = {}): Refused => ({ code: 'busy', retryable: true, ...more })

function online(...ids: string[]): Outbox {
  const outbox = new Outbox(half)
  ids.forEach((id, at) => outbox.add(pending(id, at + 1), 0))
  outbox.connected()
  return outbox
}

test('nothing is sent without a connection', () => {
  const outbox = new Outbox(half)
  outbox.add(pending('a', 1), 0)
  expect(outbox.due(0)).toEqual([])
  expect(outbox.nextAt()).toBeUndefined()
})

test('sends go in order and each names the one before it that has no outcome', () => {
  const outbox = online('a', 'b', 'c')
  expect(line(outbox.due(0))).toEqual(['a', 'b<a', 'c<b'])
  expect(outbox.due(1)).toEqual([])
})

test('after an acknowledgement the next send names what is still open', () => {
  const outbox = online('a', 'b')
  outbox.due(0)
  expect(outbox.acknowledged('7', 'a')).toBe(true)
  outbox.add(pending('c', 3), 10)
  expect(line(outbox.due(10))).toEqual(['c<b'])
})

test('a second acknowledgement of the same message is nothing', () => {
  const outbox = online('a')
  expect(outbox.acknowledged('7', 'a')).toBe(true)
  expect(outbox.acknowledged('7', 'a')).toBe(false)
})

test('on a new socket everything open goes again, before anything new', () => {
  const outbox = online('a', 'b')
  outbox.due(0)
  outbox.disconnected()
  outbox.add(pending('c', 3), 5)
  outbox.connected()
  expect(line(outbox.due(10))).toEqual(['a', 'b<a', 'c<b'])
})

test('without an answer everything open is repeated, with the same ids, later each time', () => {
  const outbox = online('a', 'b')
  outbox.due(0)
  const first = outbox.nextAt() ?? 0
  expect(first).toBe(5_500)
  expect(line(outbox.due(first))).toEqual(['a', 'b<a'])
  const second = outbox.nextAt() ?? 0
  expect(second - first).toBe(10_500)
  expect(line(outbox.due(second))).toEqual(['a', 'b<a'])
})

test('a final refusal fails the one message and lets the others go on', () => {
  const outbox = online('a', 'b')
  outbox.due(0)
  const failed = outbox.refused('a', { code: 'muted_member', retryable: false, until: '2026-03-01T10:00:00Z' }, 10)
  expect(failed?.failure).toEqual({ code: 'muted_member', until: '2026-03-01T10:00:00Z' })
  outbox.add(pending('c', 3), 11)
  expect(line(outbox.due(11))).toEqual(['c<b'])
})

test('what is held back holds back all that is newer in its conversation', () => {
  const outbox = online('a')
  outbox.due(0)
  outbox.refused('a', later({ retryAfterMs: 400 }), 10)
  outbox.add(pending('b', 2), 20)
  expect(outbox.due(20)).toEqual([])
  expect(outbox.nextAt()).toBe(410)
  expect(line(outbox.due(410))).toEqual(['a', 'b<a'])
})

test('another conversation is not held back', () => {
  const outbox = online('a')
  outbox.due(0)
  outbox.refused('a', later({ retryAfterMs: 400 }), 10)
  outbox.add(pending('x', 2, { conversationId: '8' }), 20)
  expect(line(outbox.due(20))).toEqual(['x'])
})

test('too fast is too fast for all conversations', () => {
  const outbox = online('a')
  outbox.due(0)
  outbox.refused('a', { code: 'rate_limited', retryable: true, retryAfterMs: 400 }, 10)
  outbox.add(pending('x', 2, { conversationId: '8' }), 20)
  expect(outbox.due(20)).toEqual([])
  expect(line(outbox.due(410))).toEqual(['a', 'x'])
})

test('out of order: the run is repeated from its first open message', () => {
  const outbox = online('a', 'b', 'c')
  outbox.due(0)
  outbox.refused('b', { code: 'out_of_order', retryable: true }, 10)
  outbox.refused('c', { code: 'out_of_order', retryable: true }, 10)
  outbox.acknowledged('7', 'a')
  expect(outbox.nextAt()).toBe(310)
  expect(line(outbox.due(310))).toEqual(['b', 'c<b'])
})

test('an unknown conversation is asked for ten seconds, then it is final', () => {
  const outbox = online('a')
  const unknown: Refused = { code: 'unknown_conversation', retryable: true }
  outbox.due(0)
  expect(outbox.refused('a', unknown, 0)).toBeUndefined()
  expect(outbox.nextAt()).toBe(300)
  expect(line(outbox.due(300))).toEqual(['a'])
  expect(outbox.refused('a', unknown, 9_000)).toBeUndefined()
  outbox.due(9_300)
  expect(outbox.refused('a', unknown, 10_001)?.failure?.code).toBe('unknown_conversation')
})

test('a fresh token starts what waited for one', () => {
  const outbox = online('a', 'b')
  outbox.due(0)
  outbox.refused('a', { code: 'token_stale', retryable: true }, 10)
  expect(outbox.due(20)).toEqual([])
  outbox.authorised()
  expect(line(outbox.due(20))).toEqual(['a', 'b<a'])
})

test('the window bounds what is on the way', () => {
  const ids = Array.from({ length: WINDOW + 5 }, (_, at) => `m${at}`)
  const outbox = online(...ids)
  expect(outbox.due(0)).toHaveLength(WINDOW)
  outbox.acknowledged('7', 'm0')
  expect(line(outbox.due(1))).toEqual([`m${WINDOW}<m${WINDOW - 1}`])
})

test('the oldest that waits is known, and what has failed does not wait', () => {
  const outbox = new Outbox(half)
  outbox.add(pending('a', 1, { madeAt: 5 }), 10)
  outbox.add(pending('b', 2, { madeAt: 8 }), 10)
  outbox.connected()
  outbox.due(10)
  outbox.refused('a', { code: 'blocked', retryable: false }, 11)
  expect(outbox.oldest()).toBe(8)
  outbox.acknowledged('7', 'b')
  expect(outbox.oldest()).toBeUndefined()
})

test('only what has failed can be taken out', () => {
  const outbox = online('a', 'b')
  outbox.due(0)
  outbox.refused('a', { code: 'blocked', retryable: false }, 10)
  expect(outbox.discard('b')).toBeUndefined()
  expect(outbox.discard('a')?.clientMsgId).toBe('a')
  expect(outbox.entries('7').map((entry) => entry.clientMsgId)).toEqual(['b'])
})

test('what is older than seven days is given up instead of sent', () => {
  const outbox = new Outbox(half)
  outbox.add(pending('old', 1, { madeAt: 0 }), 7 * 24 * 3600 * 1000 + 1)
  outbox.connected()
  expect(outbox.due(0)).toEqual([])
  expect(outbox.get('old')?.failure?.code).toBe('expired')
})

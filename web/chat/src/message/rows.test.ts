import type { MessageItem, Pending, TimelineView } from '@sparrow/sdk'
import { expect, test } from 'vitest'
import { rowsOf, type Row } from './rows.ts'

const noon = new Date(2026, 10, 22, 12, 0).getTime()
const situation = { me: '1', peerReadSeq: 0, unreadAfter: undefined }

function item(seq: number, senderId: string, minutes: number, more: Partial<MessageItem> = {}): MessageItem {
  const createdAt = new Date(noon + minutes * 60_000).toISOString()
  return { conversationId: '7', seq, id: `${seq}`, senderId, type: 'text', body: { text: `${seq}` }, createdAt, ...more }
}

function view(items: MessageItem[], pending: Pending[] = []): TimelineView {
  return { loaded: true, atStart: true, items, pending }
}

function pending(clientMsgId: string, minutes: number, more: Partial<Pending> = {}): Pending {
  return { clientMsgId, conversationId: '7', type: 'text', body: { text: clientMsgId }, madeAt: noon + minutes * 60_000, order: minutes, owner: 't', ...more }
}

const drawn = (rows: Row[]) =>
  rows.map((row) => (row.kind === 'bubble' ? `${row.isFirst ? '[' : ''}${row.seq ?? row.key}${row.state ? ` ${row.state}` : ''}${row.isLast ? ']' : ''}` : row.kind))

test('messages of one sender in a row belong together', () => {
  const rows = rowsOf(view([item(1, '2', 0), item(2, '2', 1), item(3, '3', 2), item(4, '3', 9)]), situation)
  expect(drawn(rows)).toEqual(['day', '[1', '2]', '[3]', '[4]'])
})

test('each day has its line, and a run never crosses it', () => {
  const rows = rowsOf(view([item(1, '2', -12 * 60 - 1), item(2, '2', -12 * 60 + 1)]), situation)
  expect(drawn(rows)).toEqual(['day', '[1]', 'day', '[2]'])
})

test('own messages are sent, then read; pending ones follow, sending or failed', () => {
  const own = [item(1, '1', 0, { clientMsgId: 'a' }), item(2, '1', 1, { clientMsgId: 'b' })]
  const rows = rowsOf(view(own, [pending('c', 2), pending('d', 3, { failure: { code: 'blocked' } })]), { ...situation, peerReadSeq: 1 })
  expect(drawn(rows)).toEqual(['day', '[1 read', '2 sent', 'c sending', 'd failed]'])
})

test('a message keeps its key when it is acknowledged', () => {
  const before = rowsOf(view([], [pending('a', 0)]), situation)
  const after = rowsOf(view([item(1, '1', 0, { clientMsgId: 'a' })]), situation)
  expect(after.at(-1)?.key).toBe(before.at(-1)?.key)
})

test('in a group nothing is called read', () => {
  const rows = rowsOf(view([item(1, '1', 0)]), { ...situation, peerReadSeq: undefined })
  expect(drawn(rows)).toEqual(['day', '[1 sent]'])
})

test('the line stands above the first new message of somebody else', () => {
  const items = [item(1, '2', 0), item(2, '1', 1), item(3, '1', 2, { type: 'system', body: { event: 'members_joined' } }), item(4, '2', 3)]
  expect(drawn(rowsOf(view(items), { ...situation, unreadAfter: 1 }))).toEqual(['day', '[1]', '[2 sent]', 'note', 'unread', '[4]'])
})

test('a recalled message is a note in its place', () => {
  const rows = rowsOf(view([item(1, '2', 0), item(2, '2', 1, { recalled: { by: '2', at: '' } }), item(3, '2', 2)]), situation)
  expect(drawn(rows)).toEqual(['day', '[1]', 'note', '[3]'])
})

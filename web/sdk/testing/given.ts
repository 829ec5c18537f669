import type { MessageItem, MessagePage } from '../src/wire/message.ts'
import type { Pending } from '../src/outbox/pending.ts'

/** A message of conversation 7, by its number. */
export function item(seq: number, more: Partial<MessageItem> = {}): MessageItem {
  return {
    conversationId: '7',
    seq,
    id: String(100 + seq),
    senderId: '2',
    type: 'text',
    body: { text: `text ${seq}` },
    createdAt: new Date(Date.UTC(2026, 2, 1, 8, 0, seq)).toISOString(),
    ...more,
  }
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}

export function page(seqs: readonly number[], more: Partial<MessagePage> = {}): MessagePage {
  return { items: seqs.map((seq) => item(seq)), head: Math.max(0, ...seqs), headChange: 0, visible: [[1]], ...more }
}

export function pending(clientMsgId: string, order: number, more: Partial<Pending> = {}): Pending {
  return { clientMsgId, conversationId: '7', type: 'text', body: { text: clientMsgId }, madeAt: 0, order, owner: 'tab', ...more }
}

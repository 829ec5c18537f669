import type { Failure, Id, MessageItem, Pending, TimelineView } from '@sparrow/sdk'
import { dayOf } from '../app/time.ts'

export type SendState = 'sending' | 'sent' | 'read' | 'failed'

/** One message as it is drawn. An own one keeps its key from the moment it is written until long after it was read. */
export interface Bubble {
  readonly kind: 'bubble'
  readonly key: string
  readonly seq: number | undefined
  readonly senderId: Id
  readonly isMine: boolean
  readonly time: number
  readonly item: MessageItem | undefined
  readonly pending: Pending | undefined
  readonly state: SendState | undefined
  readonly failure: Failure | undefined
  /** First and last of a run by one sender. */
  readonly isFirst: boolean
  readonly isLast: boolean
}

export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly time: number }
  | { readonly kind: 'unread'; readonly key: string }
  | { readonly kind: 'note'; readonly key: string; readonly item: MessageItem }
  | Bubble

export interface Situation {
  readonly me: Id
  /** How far the other one has read; undefined in groups. */
  readonly peerReadSeq: number | undefined
  /** My mark when the conversation was opened; the line stays there for the visit. */
  readonly unreadAfter: number | undefined
}

/** Messages of one sender within this time belong together. Milliseconds. */
const RUN_MS = 5 * 60_000

/** What a timeline looks like: days, the line above what is new, notes, and bubbles in runs. */
export function rowsOf(view: TimelineView, situation: Situation): Row[] {
  const rows: Row[] = []
  let day: number | undefined
  let hasLine = situation.unreadAfter === undefined
  for (const bubble of [...view.items.map((item) => ofItem(item, situation)), ...view.pending.map((entry) => ofPending(entry, situation.me))]) {
    const today = dayOf(bubble.time)
    if (today !== day) rows.push({ kind: 'day', key: `day-${today}`, time: bubble.time })
    day = today
    if (!hasLine && isNews(bubble, situation)) {
      rows.push({ kind: 'unread', key: 'unread' })
      hasLine = true
    }
    const { item } = bubble
    rows.push(item && (item.type === 'system' || item.recalled) ? { kind: 'note', key: bubble.key, item } : bubble)
  }
  return rows.map((row, at) => (row.kind === 'bubble' ? inRun(row, rows[at - 1], rows[at + 1]) : row))
}

function ofItem(item: MessageItem, { me, peerReadSeq }: Situation): Bubble {
  const isMine = item.senderId === me
  const state = peerReadSeq !== undefined && peerReadSeq >= item.seq ? 'read' : 'sent'
  return {
    kind: 'bubble',
    key: (isMine && item.clientMsgId) || `seq-${item.seq}`,
    seq: item.seq,
    senderId: item.senderId ?? '',
    isMine,
    time: Date.parse(item.createdAt),
    item,
    pending: undefined,
    state: isMine ? state : undefined,
    failure: undefined,
    isFirst: true,
    isLast: true,
  }
}

function ofPending(entry: Pending, me: Id): Bubble {
  return {
    kind: 'bubble',
    key: entry.clientMsgId,
    seq: undefined,
    senderId: me,
    isMine: true,
    time: entry.madeAt,
    item: undefined,
    pending: entry,
    state: entry.failure ? 'failed' : 'sending',
    failure: entry.failure,
    isFirst: true,
    isLast: true,
  }
}

function isNews(bubble: Bubble, { unreadAfter }: Situation): boolean {
  return !bubble.isMine && bubble.item?.type !== 'system' && bubble.seq !== undefined && bubble.seq > (unreadAfter ?? Infinity)
}

function inRun(bubble: Bubble, before: Row | undefined, after: Row | undefined): Bubble {
  return { ...bubble, isFirst: !belong(before, bubble), isLast: !belong(bubble, after) }
}

function belong(one: Row | undefined, next: Row | undefined): boolean {
  if (one?.kind !== 'bubble' || next?.kind !== 'bubble') return false
  return one.senderId === next.senderId && Math.abs(next.time - one.time) < RUN_MS
}

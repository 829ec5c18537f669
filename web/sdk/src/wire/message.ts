/** A message as it crosses the wire: in `message` and `change` frames, in pages and in the inbox. */

/** Characters (UTF-16 units) of a text message, at most. */
export const TEXT_MAX = 5_000

/** A 64-bit number as a decimal string. */
export type Id = string

export interface TextBody {
  readonly text: string
}

/** What the server alone writes into a conversation. It is never counted as unread. */
export interface SystemBody {
  readonly event: string
  readonly actorId?: Id
  /** At most the first 20 of those it concerns; `count` says how many there are. */
  readonly userIds?: readonly Id[]
  readonly count?: number
  readonly title?: string
}

/** Who is called by a message. */
export interface Mentions {
  readonly userIds: readonly Id[]
  readonly all: boolean
}

/** Bodies of types this version does not know are kept as they came and shown by their fallback. */
export type Body = TextBody | SystemBody | Readonly<Record<string, unknown>>

/** Who took a message back, and when. The item then has no text. */
export interface Recalled {
  readonly by: Id
  readonly at: string
}

export interface MessageItem {
  readonly conversationId: Id
  /** Dense from 1 in the conversation: the only order there is. */
  readonly seq: number
  readonly id: Id
  /** Absent for what the server itself says. */
  readonly senderId?: Id
  /** Made by the sending device; for that sender's devices this item is the acknowledgement. */
  readonly clientMsgId?: string
  readonly type: string
  /** Absent once the message was recalled. */
  readonly body?: Body
  /** ISO-8601, UTC. */
  readonly createdAt: string
  /** The newest change that touched this message; absent before the first. */
  readonly changeSeq?: number
  readonly replyTo?: number
  readonly mentions?: Mentions
  readonly recalled?: Recalled
}

/** One interval of sequence numbers that I may see; without an end it is still open. */
export type Interval = readonly [from: number, to?: number | null]

/** Messages in any order within the page, with what is needed to tell a hole from a wall. */
export interface MessagePage {
  readonly items: readonly MessageItem[]
  /** Present when there is more in the direction asked for. */
  readonly next?: string | number | null
  readonly visible?: readonly Interval[]
  readonly head: number
  readonly headChange: number
}

/** Whether a message of another person adds to the unread number. */
export function isCountable(item: MessageItem, me: Id): boolean {
  return item.type !== 'system' && item.senderId !== me
}

/** The text of a text message that was not taken back. */
export function textOf(item: { type: string; body?: Body; recalled?: Recalled }): string | undefined {
  if (item.type !== 'text' || item.recalled) return undefined
  const text = (item.body as Partial<TextBody> | undefined)?.text
  return typeof text === 'string' ? text : undefined
}

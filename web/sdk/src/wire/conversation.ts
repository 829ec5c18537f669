import type { Id, Interval, MessageItem } from './message.ts'

export type Kind = 'direct' | 'group'

/** A person as others see them. */
export interface PersonView {
  readonly id: Id
  /** Absent for an account that was deleted. */
  readonly username?: string | null
  readonly nickname?: string | null
  readonly photo?: string | null
  readonly signature?: string | null
}

/** Myself: what others see, and what only I do. */
export interface MeView extends PersonView {
  /** The language I read, as a tag; absent = my browser's. */
  readonly language?: string | null
  /** Whether search may show me. */
  readonly findable?: boolean
  readonly createdAt?: string
}

/** A row of my inbox. */
export interface ConversationView {
  readonly id: Id
  readonly kind: Kind
  readonly title?: string | null
  readonly photo?: string | null
  readonly peer?: PersonView | null
  readonly state?: string
  readonly version: number
  readonly head: readonly [seq: number, changeSeq: number]
  readonly lastActivity?: string | null
  readonly lastMessage?: MessageItem | null
  readonly unread: number
  readonly readSeq: number
  readonly deliveredSeq?: number | null
  readonly peerReadSeq?: number | null
  readonly mutedUntil?: string | null
  readonly memberMutedUntil?: string | null
  readonly role?: string
  readonly canSend: boolean
  readonly reason?: string | null
  readonly visible?: readonly Interval[]
}

/** A list answer: `next` is an opaque cursor, absent at the end. */
export interface Listing<T> {
  readonly items: readonly T[]
  readonly next?: string | null
}

/** The name to show: the nickname, else the user name. */
export function nameOf(person: PersonView): string {
  return person.nickname?.trim() || person.username || '…'
}

import type { Body, Id, Mentions, MessageItem, MessagePage } from './message.ts'
import type { ConversationView } from './conversation.ts'

/** `[seq, changeSeq]`: everything up to these numbers is known here. */
export type Head = readonly [seq: number, changeSeq: number]

export interface SendFrame {
  readonly t: 'send'
  readonly clientMsgId: string
  readonly conversationId: Id
  readonly type: string
  readonly body: Body
  readonly replyTo?: number
  readonly mentions?: Mentions
  /** The previous send of this device here that has no outcome yet. */
  readonly after?: string
  /** What this device has shown of the conversation. */
  readonly readSeq?: number
}

export interface PullFrame {
  readonly t: 'pull'
  readonly ref: string
  readonly conversationId: Id
  readonly afterSeq?: number
  readonly afterChangeSeq?: number
  readonly beforeSeq?: number
  readonly limit: number
}

export type ClientFrame =
  | {
      readonly t: 'hello'
      readonly token: string
      readonly deviceId: string
      readonly epoch?: number | string
      readonly heads?: Readonly<Record<Id, Head>>
      readonly more?: boolean
    }
  | { readonly t: 'heads'; readonly heads: Readonly<Record<Id, Head>>; readonly more?: boolean }
  | { readonly t: 'auth'; readonly token: string }
  | { readonly t: 'cursor'; readonly conversationId: Id; readonly readSeq?: number; readonly deliveredSeq?: number }
  | { readonly t: 'recall'; readonly clientOpId: string; readonly conversationId: Id; readonly seq: number }
  | SendFrame
  | PullFrame

export interface WelcomeFrame {
  readonly t: 'welcome'
  readonly sessionId?: Id
  readonly epoch: number | string
  readonly serverTime?: string
  readonly limits?: Readonly<Record<string, unknown>>
  readonly conversations?: readonly ConversationView[]
  readonly more?: string | null
  readonly resync?: boolean
}

export type MessageFrame = { readonly t: 'message' } & MessageItem

export interface ChangeFrame {
  readonly t: 'change'
  readonly conversationId: Id
  readonly changeSeq: number
  readonly seq: number
  readonly op?: string
  readonly clientOpId?: string
  readonly message?: MessageItem
}

export type PageFrame = { readonly t: 'page'; readonly conversationId: Id; readonly ref?: string; readonly re?: string } & MessagePage

export interface MemberChange {
  readonly userId: Id
  readonly role?: string
  readonly mutedUntil?: string | null
  readonly canSend?: boolean
  readonly reason?: string | null
  readonly gone?: boolean
}

export interface MembersFrame {
  readonly t: 'members'
  readonly conversationId: Id
  readonly version: number
  readonly changed: readonly MemberChange[]
}

export interface ConversationFrame {
  readonly t: 'conversation'
  readonly conversationId: Id
  readonly version: number
  readonly title?: string | null
  readonly photo?: string | null
  readonly state?: string
  readonly mutedUntil?: string | null
}

export interface NackFrame {
  readonly t: 'nack'
  readonly clientMsgId?: string
  readonly clientOpId?: string
  readonly conversationId?: Id
  readonly code: string
  readonly detail?: string
  readonly retryable: boolean
  readonly retryAfterMs?: number
  readonly until?: string
}

export interface CursorEvent {
  readonly t: 'event'
  readonly area: 'cursor'
  readonly conversationId: Id
  readonly userId: Id
  readonly readSeq?: number
  readonly deliveredSeq?: number
  readonly unread?: number
}

export interface HintEvent {
  readonly t: 'event'
  readonly area: 'requests' | 'friends' | 'groups' | 'profile' | 'rights' | 'sessions' | 'new_device' | 'hidden'
  readonly version?: number
}

export type ServerFrame =
  | WelcomeFrame
  | MessageFrame
  | ChangeFrame
  | PageFrame
  | MembersFrame
  | ConversationFrame
  | NackFrame
  | CursorEvent
  | HintEvent
  | { readonly t: 'head'; readonly conversationId: Id; readonly seq: number; readonly changeSeq: number }
  | { readonly t: 'error'; readonly re?: string; readonly code: string; readonly detail?: string; readonly pointer?: string }
  | { readonly t: 'auth_needed'; readonly withinMs?: number }
  | { readonly t: 'bye'; readonly code: number; readonly reconnectAfterMs?: number }
  | { readonly t: 'typing' | 'presence' }

/** Reads one frame; undefined for what is no frame. A kind this version does not know still comes back: the reader skips it. */
export function decode(text: string): ServerFrame | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const isFrame = typeof value === 'object' && value !== null && typeof (value as { t?: unknown }).t === 'string'
  return isFrame ? (value as ServerFrame) : undefined
}

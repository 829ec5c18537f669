import type { Body, Id, Mentions } from '../wire/message.ts'

/** Why a send is over without success. Trying again makes a new message: the server remembers the refusal under the old id. */
export interface Failure {
  readonly code: string
  readonly detail?: string
  /** Until when a sanction holds; ISO-8601. */
  readonly until?: string
}

/** A message this device owes the server. It is kept until its acknowledgement is seen, through reloads and crashes. */
export interface Pending {
  readonly clientMsgId: string
  readonly conversationId: Id
  readonly type: string
  readonly body: Body
  readonly replyTo?: number
  readonly mentions?: Mentions
  /** Milliseconds since 1970, by this device's clock. */
  readonly madeAt: number
  /** Ascending in the order the person pressed send. */
  readonly order: number
  /** The tab that sends it; another adopts it when that one is gone. */
  readonly owner: string
  readonly failure?: Failure
}

/** The server's answers are only sure for ids younger than this: older ones are given up. */
export const GIVE_UP_MS = 7 * 24 * 3600 * 1000

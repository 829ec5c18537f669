import type { PersonView } from './conversation.ts'
import type { Id } from './message.ts'

export interface FriendView {
  readonly userId: Id
  readonly conversationId: Id
  readonly since?: string
  readonly user?: PersonView
  readonly alias?: string | null
  /** Set in `changes` when the friendship is over. */
  readonly gone?: boolean
}

export type RequestState = 'pending' | 'accepted' | 'rejected' | 'cancelled' | 'expired'

export interface FriendRequestView {
  readonly id: Id
  readonly fromUserId: Id
  readonly toUserId: Id
  readonly from?: PersonView
  readonly to?: PersonView
  readonly greeting?: string | null
  readonly state: RequestState
  readonly createdAt: string
  readonly gone?: boolean
}

export interface GroupView {
  readonly id: Id
  /** Absent when it is no longer mine. */
  readonly name?: string
  readonly conversationId: Id
  readonly photo?: string | null
  readonly introduction?: string | null
  readonly memberCount?: number
  /** My place in it. */
  readonly role?: GroupRole
  readonly gone?: boolean
}

/** A place in a group, from the most to the least that it lets one do. */
export type GroupRole = 'owner' | 'admin' | 'member'

export interface MemberView {
  readonly userId: Id
  readonly role: GroupRole
  readonly joinedAt?: string
  readonly user?: PersonView
}

/** What changed among my contacts since a version; `resync` means: read everything again. */
export interface ContactChanges {
  readonly version: number
  readonly friends?: readonly FriendView[]
  readonly groups?: readonly GroupView[]
  readonly requests?: readonly FriendRequestView[]
  readonly resync?: boolean
  readonly next?: string | number | null
}

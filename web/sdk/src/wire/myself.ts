import type { MeView } from './conversation.ts'
import type { Id } from './message.ts'

/** What I change of my profile; what is absent stays, an empty photo, signature or language is taken away. */
export type ProfileChange = Partial<Pick<MeView, 'nickname' | 'photo' | 'signature' | 'language' | 'findable'>>

/** A log-in of mine on some device. */
export interface SessionView {
  readonly id: Id
  readonly deviceId: string
  readonly deviceName: string
  /** Coarse, and only where the server's proxy says it. */
  readonly place?: string | null
  readonly createdAt: string
  readonly lastUsedAt: string
  /** The one that asks. */
  readonly current: boolean
}

/** A timed taking of rights, as its person may know it. */
export interface SanctionView {
  readonly id: Id
  readonly kind: 'mute' | 'ban'
  /** In its author's words. */
  readonly reason: string
  /** Absent when only somebody can lift it. */
  readonly until?: string | null
}

/** Why I hold a right, or not. */
export interface RightView {
  readonly right: string
  readonly held: boolean
  /** Names of roles. */
  readonly grantedBy: readonly string[]
  readonly takenBy: readonly string[]
  readonly sanctions: readonly SanctionView[]
  /** When I hold it again by itself. */
  readonly until?: string | null
}

/** What an authenticator app must know; nobody can see it again. */
export interface SecondFactorBegun {
  readonly secret: string
  /** The same as an address, to be shown as a picture. */
  readonly uri: string
}

/** Who may come in here, and by which ways. */
export interface DoorView {
  readonly mode: 'open' | 'invitation' | 'approval' | 'closed'
  /** Whether one may come in with a GitHub account. */
  readonly github?: boolean
}

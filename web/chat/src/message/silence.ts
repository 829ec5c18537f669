import type { Conversation, RightView } from '@sparrow/sdk'

/** Why I cannot write here. `until`: when it ends by itself. */
export interface Silence {
  /** A problem's code. */
  readonly code: string
  /** In the words of whoever decided it. */
  readonly reason?: string | undefined
  /** Milliseconds since 1970, by the server's clock. */
  readonly until?: number | undefined
}

type Facts = Pick<Conversation, 'canSend' | 'reason' | 'role' | 'mutedUntil' | 'memberMutedUntil' | 'state'>

/** The first thing in the way, in the order in which the server asks; undefined where I may write. */
export function silenceOf(taken: RightView | undefined, conversation: Facts | undefined, now: number): Silence | undefined {
  if (taken) return ofAccount(taken)
  if (!conversation) return undefined
  const member = later(conversation.memberMutedUntil, now)
  if (member) return { code: 'muted_member', until: member }
  const leads = conversation.role === 'owner' || conversation.role === 'admin'
  const group = leads ? undefined : later(conversation.mutedUntil, now)
  if (group) return { code: 'muted_group', until: group }
  if (!conversation.canSend) return { code: conversation.reason ?? 'not_member' }
  return conversation.state === 'disabled' ? { code: 'group_disabled' } : undefined
}

function ofAccount({ sanctions, until }: RightView): Silence {
  // The one that ends last is the one that counts.
  const [last] = [...sanctions].sort((a, b) => endOf(b.until) - endOf(a.until))
  if (!last) return { code: 'right_missing' }
  return { code: 'muted_account', reason: last.reason, until: until ? Date.parse(until) : undefined }
}

function endOf(until: string | null | undefined): number {
  return until ? Date.parse(until) : Infinity
}

function later(until: string | null | undefined, now: number): number | undefined {
  const end = until ? Date.parse(until) : 0
  return end > now ? end : undefined
}

/** Time that is left, as a clock shows it; days apart, since they are words. */
export function clockLeft(ms: number): { days: number; clock: string } {
  const seconds = Math.max(0, Math.ceil(ms / 1_000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor((seconds % 86_400) / 3_600)
  const minutes = Math.floor((seconds % 3_600) / 60)
  const days = Math.floor(seconds / 86_400)
  const clock = hours + days > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
  return { days, clock }
}

import { fullJitter, repeating, resending } from '../time/backoff.ts'
import type { Random } from '../time/clock.ts'
import type { Id } from '../wire/message.ts'
import { Lane, WINDOW } from './lane.ts'
import { GIVE_UP_MS, type Failure, type Pending } from './pending.ts'

/** One send to put on the wire. */
export interface Due {
  readonly entry: Pending
  /** The previous send here without an outcome, as of this very attempt. */
  readonly after?: string
}

export interface Refused {
  readonly code: string
  readonly retryable: boolean
  readonly retryAfterMs?: number
  readonly detail?: string
  readonly until?: string
}

/** A conversation made a moment ago may be known to the server in a moment. */
const UNKNOWN_RETRY_MS = 300
const UNKNOWN_PATIENCE_MS = 10_000
/** Without a fresh token a repeat is useless; it normally comes at once and starts the lane itself. */
const TOKEN_PATIENCE_MS = 5_000

/**
 * Decides what is sent when. Invariants: a message keeps its id until its outcome is known; in a conversation nothing
 * is sent before an older one was, on every socket anew; every send names the one before it that has no outcome.
 * Knows no socket, no clock and no storage.
 */
export class Outbox {
  private readonly lanes = new Map<Id, Lane>()
  private online = false
  private pausedUntil = 0

  constructor(private readonly random: Random) {}

  add(entry: Pending, now: number): void {
    const lane = this.lanes.get(entry.conversationId) ?? new Lane()
    this.lanes.set(entry.conversationId, lane)
    if (lane.find(entry.clientMsgId)) return
    const tooOld = !entry.failure && now - entry.madeAt > GIVE_UP_MS
    const kept = tooOld ? { ...entry, failure: { code: 'expired' } } : entry
    lane.add({ entry: kept, stage: kept.failure ? 'failed' : 'waiting' })
  }

  entries(conversationId: Id): Pending[] {
    return this.lanes.get(conversationId)?.slots.map((slot) => slot.entry) ?? []
  }

  get(clientMsgId: string): Pending | undefined {
    for (const lane of this.lanes.values()) {
      const slot = lane.find(clientMsgId)
      if (slot) return slot.entry
    }
    return undefined
  }

  /** When the oldest message that still waits was made; undefined when none waits. Milliseconds since 1970. */
  oldest(): number | undefined {
    const waiting = [...this.lanes.values()].flatMap((lane) => lane.open().slice(0, 1))
    return waiting.length === 0 ? undefined : Math.min(...waiting.map((slot) => slot.entry.madeAt))
  }

  /** A new socket knows nothing of the old one: everything without an outcome goes again, in order, before anything new. */
  connected(): void {
    this.online = true
    this.pausedUntil = 0
    for (const lane of this.lanes.values()) {
      lane.rewind()
      lane.round = 0
    }
  }

  disconnected(): void {
    this.online = false
  }

  /** A fresh token is accepted: what was held for want of one goes again. */
  authorised(): void {
    for (const lane of this.lanes.values()) if (lane.slots.some((slot) => slot.stage === 'held')) lane.rewind()
  }

  /** The message was seen in its conversation. False when it is none of ours. */
  acknowledged(conversationId: Id, clientMsgId: string): boolean {
    const lane = this.lanes.get(conversationId)
    if (!lane?.remove(clientMsgId)) return false
    lane.round = 0
    if (!lane.slots.some((slot) => slot.stage === 'held')) lane.repeatAt = undefined
    if (lane.slots.length === 0) this.lanes.delete(conversationId)
    return true
  }

  /** The server said no, or not now. Answers the entry when that was final. */
  refused(clientMsgId: string, refused: Refused, now: number): Pending | undefined {
    for (const lane of this.lanes.values()) {
      const slot = lane.find(clientMsgId)
      if (!slot || slot.stage === 'failed') continue
      if (refused.code === 'unknown_conversation') slot.unknownSince ??= now
      const patient = slot.unknownSince === undefined || now - slot.unknownSince < UNKNOWN_PATIENCE_MS
      if (refused.retryable && patient) {
        slot.stage = 'held'
        this.hold(lane, refused, now)
        return undefined
      }
      slot.stage = 'failed'
      slot.entry = { ...slot.entry, failure: failureOf(refused) }
      return slot.entry
    }
    return undefined
  }

  /** Takes a message out again. Only what has failed may go: anything else may already be stored. */
  discard(clientMsgId: string): Pending | undefined {
    for (const lane of this.lanes.values()) {
      const slot = lane.find(clientMsgId)
      if (slot?.stage !== 'failed') continue
      lane.remove(clientMsgId)
      return slot.entry
    }
    return undefined
  }

  /** What goes on the wire now, oldest first. */
  due(now: number): Due[] {
    if (!this.online || now < this.pausedUntil) return []
    const out: Due[] = []
    for (const lane of this.lanes.values()) this.dueIn(lane, now, out)
    return out
  }

  /** When to ask again; undefined when only an event can change the answer. */
  nextAt(): number | undefined {
    if (!this.online) return undefined
    const times = [...this.lanes.values()].flatMap((lane) => (lane.repeatAt === undefined ? [] : [lane.repeatAt]))
    if (this.pausedUntil > 0 && this.lanes.size > 0) times.push(this.pausedUntil)
    return times.length === 0 ? undefined : Math.max(Math.min(...times), this.pausedUntil)
  }

  private dueIn(lane: Lane, now: number, out: Due[]): void {
    if (lane.repeatAt !== undefined && now >= lane.repeatAt) {
      lane.rewind()
      lane.round += 1
    }
    const open = lane.open()
    for (const [at, slot] of open.entries()) {
      if (slot.stage === 'held' || at >= WINDOW) break
      if (slot.stage === 'inflight') continue
      const before = open[at - 1]?.entry.clientMsgId
      out.push(before === undefined ? { entry: slot.entry } : { entry: slot.entry, after: before })
      slot.stage = 'inflight'
    }
    const unanswered = open.some((slot) => slot.stage === 'inflight')
    if (unanswered) lane.repeatAt ??= now + fullJitter(lane.round, resending, this.random)
  }

  private hold(lane: Lane, refused: Refused, now: number): void {
    const at = now + this.patience(lane, refused)
    lane.repeatAt = Math.min(lane.repeatAt ?? at, at)
    // The rate is the user's, not the conversation's: the other lanes would only be refused as well.
    if (refused.code === 'rate_limited') this.pausedUntil = Math.max(this.pausedUntil, at)
  }

  private patience(lane: Lane, refused: Refused): number {
    if (refused.retryAfterMs !== undefined) return refused.retryAfterMs
    if (refused.code === 'unknown_conversation') return UNKNOWN_RETRY_MS
    if (refused.code.startsWith('token_')) return TOKEN_PATIENCE_MS
    return fullJitter(lane.round, repeating, this.random)
  }
}

function failureOf(refused: Refused): Failure {
  return {
    code: refused.code,
    ...(refused.detail === undefined ? {} : { detail: refused.detail }),
    ...(refused.until === undefined ? {} : { until: refused.until }),
  }
}

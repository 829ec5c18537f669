import type { Pending } from './pending.ts'

/** waiting: to be sent now · inflight: sent on this socket, no answer yet · held: the server asked for a repeat · failed: over. */
export type Stage = 'waiting' | 'inflight' | 'held' | 'failed'

export interface Slot {
  entry: Pending
  stage: Stage
  /** When the server first said that it does not know the conversation. */
  unknownSince?: number
}

/** At most this many sends of one conversation are without an answer; the rest waits its turn. */
export const WINDOW = 32

/** The sends of one conversation, in the order they were made. Nothing here overtakes anything. */
export class Lane {
  readonly slots: Slot[] = []
  /** When everything without an answer is sent again. */
  repeatAt: number | undefined
  /** Repeats since the last sign of progress. */
  round = 0

  find(clientMsgId: string): Slot | undefined {
    return this.slots.find((slot) => slot.entry.clientMsgId === clientMsgId)
  }

  add(slot: Slot): void {
    const at = this.slots.findIndex((other) => other.entry.order > slot.entry.order)
    this.slots.splice(at < 0 ? this.slots.length : at, 0, slot)
  }

  remove(clientMsgId: string): boolean {
    const at = this.slots.findIndex((slot) => slot.entry.clientMsgId === clientMsgId)
    if (at >= 0) this.slots.splice(at, 1)
    return at >= 0
  }

  /** Everything without an outcome goes again, the oldest first. */
  rewind(): void {
    this.repeatAt = undefined
    for (const slot of this.slots) if (slot.stage !== 'failed') slot.stage = 'waiting'
  }

  open(): Slot[] {
    return this.slots.filter((slot) => slot.stage !== 'failed')
  }
}

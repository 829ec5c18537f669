import type { Id } from '../wire/message.ts'

export interface Marks {
  readonly readSeq?: number
  readonly deliveredSeq?: number
}

interface Mark {
  read: number
  delivered: number
  /** What the server is known to have stored. */
  storedRead: number
  storedDelivered: number
  dueAt: number | undefined
  sentAt: number
}

/** Several marks within this time leave as one frame. Milliseconds. */
const GATHER_MS = 200
const APART_MS = 500

/** My read and delivered marks: forward only, a frame per conversation and half second at most, repeated after each welcome until stored. */
export class Cursors {
  private readonly marks = new Map<Id, Mark>()

  shown(id: Id, seq: number, now: number): void {
    const mark = this.mark(id)
    if (seq <= mark.read) return
    mark.read = seq
    mark.delivered = Math.max(mark.delivered, seq)
    this.schedule(mark, now)
  }

  delivered(id: Id, seq: number, now: number): void {
    const mark = this.mark(id)
    if (seq <= mark.delivered) return
    mark.delivered = seq
    this.schedule(mark, now)
  }

  /** The server says what it has. */
  stored(id: Id, marks: Marks): void {
    const mark = this.mark(id)
    mark.storedRead = Math.max(mark.storedRead, marks.readSeq ?? 0)
    mark.storedDelivered = Math.max(mark.storedDelivered, marks.deliveredSeq ?? 0, mark.storedRead)
    mark.read = Math.max(mark.read, mark.storedRead)
    mark.delivered = Math.max(mark.delivered, mark.storedDelivered)
  }

  readSeq(id: Id): number | undefined {
    const read = this.marks.get(id)?.read
    return read ? read : undefined
  }

  /** A new socket: what the old one may have lost is due again. */
  connected(now: number): void {
    for (const mark of this.marks.values()) {
      const ahead = mark.read > mark.storedRead || mark.delivered > mark.storedDelivered
      if (ahead) mark.dueAt = now
    }
  }

  due(now: number): (Marks & { conversationId: Id })[] {
    const out: (Marks & { conversationId: Id })[] = []
    for (const [conversationId, mark] of this.marks) {
      if (mark.dueAt === undefined || mark.dueAt > now) continue
      mark.dueAt = undefined
      mark.sentAt = now
      out.push({
        conversationId,
        ...(mark.read > mark.storedRead ? { readSeq: mark.read } : {}),
        ...(mark.delivered > Math.max(mark.storedDelivered, mark.read) ? { deliveredSeq: mark.delivered } : {}),
      })
    }
    return out.filter((frame) => frame.readSeq !== undefined || frame.deliveredSeq !== undefined)
  }

  nextAt(): number | undefined {
    const times = [...this.marks.values()].flatMap((mark) => (mark.dueAt === undefined ? [] : [mark.dueAt]))
    return times.length === 0 ? undefined : Math.min(...times)
  }

  private schedule(mark: Mark, now: number): void {
    mark.dueAt ??= Math.max(now + GATHER_MS, mark.sentAt + APART_MS)
  }

  private mark(id: Id): Mark {
    const known = this.marks.get(id)
    if (known) return known
    const made: Mark = { read: 0, delivered: 0, storedRead: 0, storedDelivered: 0, dueAt: undefined, sentAt: -APART_MS }
    this.marks.set(id, made)
    return made
  }
}

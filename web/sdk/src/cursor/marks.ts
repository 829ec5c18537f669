import type { Clock } from '../time/clock.ts'
import type { ClientFrame } from '../wire/frames.ts'
import type { Id } from '../wire/message.ts'
import { Cursors, type Marks } from './cursors.ts'

/** Drives the cursors: one timer, and frames when there is a socket. */
export class CursorSender {
  private readonly cursors = new Cursors()
  private cancelTimer: () => void = () => {}
  private online = false

  constructor(
    private readonly clock: Clock,
    private readonly send: (frame: ClientFrame) => boolean,
  ) {}

  shown(id: Id, seq: number): void {
    this.cursors.shown(id, seq, this.clock.now())
    this.arm()
  }

  delivered(id: Id, seq: number): void {
    this.cursors.delivered(id, seq, this.clock.now())
    this.arm()
  }

  stored(id: Id, marks: Marks): void {
    this.cursors.stored(id, marks)
  }

  readSeq(id: Id): number | undefined {
    return this.cursors.readSeq(id)
  }

  connected(): void {
    this.online = true
    this.cursors.connected(this.clock.now())
    this.flush()
  }

  lost(): void {
    this.online = false
    this.cancelTimer()
  }

  private flush(): void {
    if (!this.online) return
    for (const marks of this.cursors.due(this.clock.now())) this.send({ t: 'cursor', ...marks })
    this.arm()
  }

  private arm(): void {
    this.cancelTimer()
    const at = this.cursors.nextAt()
    if (at === undefined || !this.online) return
    this.cancelTimer = this.clock.after(Math.max(10, at - this.clock.now()), () => this.flush())
  }
}

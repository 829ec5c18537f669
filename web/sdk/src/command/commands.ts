import { Refusal, Unreachable } from '../problem/refusal.ts'
import { fullJitter, repeating } from '../time/backoff.ts'
import type { Clock, Random } from '../time/clock.ts'
import type { ChangeFrame, ClientFrame, NackFrame } from '../wire/frames.ts'
import type { Id } from '../wire/message.ts'

/** How long a person waits for a recall before it is called failed. */
const PATIENCE_MS = 60_000

interface Open {
  readonly frame: Extract<ClientFrame, { t: 'recall' }>
  round: number
  resolve(): void
  reject(problem: Error): void
  cancel(): void
}

/** Commands on messages that exist. Each keeps its id through repeats and reconnects, and ends by its change or its refusal. */
export class Commands {
  private readonly open = new Map<string, Open>()

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly send: (frame: ClientFrame) => boolean,
  ) {}

  recall(conversationId: Id, seq: number): Promise<void> {
    const clientOpId = crypto.randomUUID()
    const frame = { t: 'recall', clientOpId, conversationId, seq } as const
    return new Promise((resolve, reject) => {
      const cancel = this.clock.after(PATIENCE_MS, () => this.end(clientOpId)?.reject(new Unreachable()))
      this.open.set(clientOpId, { frame, round: 0, resolve, reject, cancel })
      this.send(frame)
    })
  }

  connected(): void {
    for (const open of this.open.values()) this.send(open.frame)
  }

  changed(change: ChangeFrame): void {
    if (change.clientOpId) this.end(change.clientOpId)?.resolve()
    if (!change.message?.recalled) return
    for (const [id, { frame }] of this.open) {
      // Somebody else was faster: what was wanted is so.
      if (frame.conversationId === change.conversationId && frame.seq === change.seq) this.end(id)?.resolve()
    }
  }

  refused(nack: NackFrame): void {
    const id = nack.clientOpId
    const open = id === undefined ? undefined : this.open.get(id)
    if (!id || !open) return
    if (!nack.retryable) return void this.end(id)?.reject(new Refusal(nack))
    const ms = nack.retryAfterMs ?? fullJitter(open.round, repeating, this.random)
    open.round += 1
    this.clock.after(ms, () => {
      if (this.open.has(id)) this.send(open.frame)
    })
  }

  stop(): void {
    for (const id of [...this.open.keys()]) this.end(id)?.reject(new Unreachable())
  }

  private end(id: string): Open | undefined {
    const open = this.open.get(id)
    this.open.delete(id)
    open?.cancel()
    return open
  }
}

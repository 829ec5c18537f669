import { Refusal, Unreachable } from '../problem/refusal.ts'
import type { Clock } from '../time/clock.ts'
import type { ClientFrame, PageFrame, PullFrame, ServerFrame } from '../wire/frames.ts'

const ANSWER_MS = 10_000

interface Asked {
  resolve(page: PageFrame): void
  reject(problem: Error): void
  cancel(): void
}

/** Questions over the socket that have one answer. Each ends: by its page, its error, the loss of the socket or time. */
export class Asks {
  private readonly asked = new Map<string, Asked>()
  private count = 0

  constructor(
    private readonly clock: Clock,
    private readonly send: (frame: ClientFrame) => boolean,
  ) {}

  pull(what: Omit<PullFrame, 't' | 'ref'>): Promise<PageFrame> {
    const ref = `p${(this.count += 1)}`
    return new Promise((resolve, reject) => {
      if (!this.send({ t: 'pull', ref, ...what })) return reject(new Unreachable())
      const cancel = this.clock.after(ANSWER_MS, () => this.end(ref)?.reject(new Unreachable()))
      this.asked.set(ref, { resolve, reject, cancel })
    })
  }

  /** True when the frame was an answer. */
  hear(frame: ServerFrame): boolean {
    if (frame.t === 'page') {
      this.end(frame.ref ?? frame.re)?.resolve(frame)
      return true
    }
    if (frame.t !== 'error') return false
    this.end(frame.re)?.reject(new Refusal({ code: frame.code, retryable: true, ...(frame.detail ? { detail: frame.detail } : {}) }))
    return true
  }

  lost(): void {
    for (const ref of [...this.asked.keys()]) this.end(ref)?.reject(new Unreachable())
  }

  private end(ref: string | undefined): Asked | undefined {
    if (ref === undefined) return undefined
    const asked = this.asked.get(ref)
    this.asked.delete(ref)
    asked?.cancel()
    return asked
  }
}

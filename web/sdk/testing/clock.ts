import type { Clock } from '../src/time/clock.ts'

interface Timer {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

/** A clock that stands still until it is advanced. Timers run in order of time, and each with all that follows from it. */
export class ManualClock implements Clock {
  private timers: Timer[] = []
  private time: number
  private count = 0

  constructor(start = Date.parse('2026-03-01T08:00:00Z')) {
    this.time = start
  }

  now(): number {
    return this.time
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.time + Math.max(0, ms), order: (this.count += 1), run }
    this.timers.push(timer)
    return () => (this.timers = this.timers.filter((other) => other !== timer))
  }

  async advance(ms: number): Promise<void> {
    const end = this.time + ms
    await settled()
    for (let timer = this.next(end); timer; timer = this.next(end)) {
      this.timers = this.timers.filter((other) => other !== timer)
      this.time = Math.max(this.time, timer.at)
      timer.run()
      await settled()
    }
    this.time = end
  }

  private next(end: number): Timer | undefined {
    const due = this.timers.filter((timer) => timer.at <= end)
    return due.sort((a, b) => a.at - b.at || a.order - b.order)[0]
  }
}

/** Lets promises (and the streams under a fetch's answer) run until nothing is left to run. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

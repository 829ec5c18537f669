import type { Http } from '../http/http.ts'
import type { Clock } from '../time/clock.ts'
import type { Listing } from '../wire/conversation.ts'
import type { RightView } from '../wire/myself.ts'

/** What may happen at its second is asked for this much later, so that the server's clock has passed it too. */
const AFTER_MS = 120
const AGAIN_MS = 500
const AGAIN_MOST_MS = 30_000
/** Timers of browsers cannot wait longer than 24 days. */
const LONGEST_MS = 86_400_000

interface Needs {
  readonly http: Http
  readonly clock: Clock
  /** The server's time. */
  readonly now: () => number
  /** Trades the token for one with today's rights. */
  readonly renew: () => Promise<unknown>
  readonly changed: () => void
}

/**
 * What I may do now, and why. A sanction that ends by itself is asked about at its very second, with a fresh token, so
 * that what it took is there again without anybody's doing.
 */
export class Standing {
  private known: readonly RightView[] | undefined
  private asked = false
  private tries = 0
  private stopped = false
  private cancelTimer: () => void = () => {}

  constructor(private readonly needs: Needs) {}

  /** Undefined until the server said it. */
  get rights(): readonly RightView[] | undefined {
    return this.known
  }

  /** Whether the server was asked, if only in vain: before that nobody should be shown what he may do. */
  get isAsked(): boolean {
    return this.asked
  }

  /** A right that is taken from me; undefined while I hold it, and while nothing is known: the server has the last word. */
  missing(right: string): RightView | undefined {
    return this.known?.find((one) => one.right === right && !one.held)
  }

  async read(): Promise<void> {
    try {
      const { items } = await this.needs.http.ask<Listing<RightView>>('GET', '/users/me/rights')
      this.known = items
    } finally {
      this.asked = true
      if (!this.stopped) {
        this.arm()
        this.needs.changed()
      }
    }
  }

  stop(): void {
    this.stopped = true
    this.cancelTimer()
  }

  private arm(): void {
    this.cancelTimer()
    const ends = (this.known ?? []).flatMap((one) => (one.held || !one.until ? [] : [Date.parse(one.until)]))
    if (ends.length === 0 || this.stopped) {
      this.tries = 0
      return
    }
    const ms = Math.min(...ends) - this.needs.now() + AFTER_MS
    if (ms > 0) this.tries = 0
    const wait = ms > 0 ? Math.min(ms, LONGEST_MS) : Math.min(AGAIN_MOST_MS, AGAIN_MS * 2 ** this.tries++)
    this.cancelTimer = this.needs.clock.after(wait, () => void this.again())
  }

  private async again(): Promise<void> {
    await this.needs.renew().catch(() => {})
    // Also in vain: the next attempt is armed.
    await this.read().catch(() => {})
  }
}

import type { Http } from '../http/http.ts'
import { codeOf } from '../problem/refusal.ts'
import type { Asks } from '../socket/asks.ts'
import { fullJitter, repeating } from '../time/backoff.ts'
import type { Clock, Random } from '../time/clock.ts'
import type { Count } from '../conversation/tally.ts'
import type { ChangeFrame, Head } from '../wire/frames.ts'
import { isCountable, type Id, type MessageItem, type MessagePage } from '../wire/message.ts'
import { placeOf } from './ordered.ts'
import { Timeline, type Want } from './timeline.ts'

const PAGE = 50
const PULL = 100
/** Who was away for more than this begins again at the newest page instead of pulling everything. */
const FAR_BEHIND = 1_000
/** Conversations whose messages are kept in memory; the longest unused goes first. */
const KEPT = 20
const TRIM_TO = 150
/** A conversation made a moment ago may be known to the log in a moment: it is asked for again, later each time. */
const UNKNOWN_MS = 300
const UNKNOWN_TRIES = 6

interface Around {
  readonly me: Id
  readonly http: Http
  readonly asks: Asks
  readonly clock: Clock
  readonly random: Random
  changed(id: Id): void
  /** The first page is here. */
  opened(id: Id): void
  /** A message came by a page rather than live. */
  fetched(item: MessageItem): void
}

interface Held {
  timeline: Timeline
  opening?: Promise<void>
  pulling: boolean
  failures: number
  /** How often the server did not know it. */
  unknown: number
  watched: number
  /** Why the messages can't be had. */
  problem?: string
}

/** The timelines of the conversations that were opened, kept whole by pulling what they lack. */
export class Timelines {
  private readonly held = new Map<Id, Held>()
  private online = false

  constructor(private readonly around: Around) {}

  get(id: Id): Timeline | undefined {
    return this.held.get(id)?.timeline
  }

  problem(id: Id): string | undefined {
    return this.held.get(id)?.problem
  }

  /** Somebody looks at it: it is loaded and stays in memory until `close`. */
  open(id: Id): Promise<void> {
    const held = this.hold(id)
    held.watched += 1
    this.evict()
    return this.load(id, held)
  }

  close(id: Id): void {
    const held = this.held.get(id)
    if (!held) return
    held.watched = Math.max(0, held.watched - 1)
    held.timeline.trim(TRIM_TO)
  }

  /** The page above what is shown. */
  async older(id: Id): Promise<void> {
    const timeline = this.get(id)
    if (!timeline?.loaded || timeline.atStart) return
    const before = timeline.bottom
    const page = await this.read(id, { before, limit: PAGE })
    timeline.older(page, before)
    this.around.changed(id)
  }

  trim(id: Id): void {
    this.get(id)?.trim(TRIM_TO)
    this.around.changed(id)
  }

  message(item: MessageItem): void {
    const held = this.held.get(item.conversationId)
    if (!held) return
    held.timeline.message(item)
    this.settle(item.conversationId, held)
  }

  change(frame: ChangeFrame): void {
    const held = this.held.get(frame.conversationId)
    if (!held) return
    held.timeline.change(frame.changeSeq, frame.message)
    this.settle(frame.conversationId, held)
  }

  head(id: Id, seq: number, changeSeq: number): void {
    const held = this.held.get(id)
    if (!held) return
    held.timeline.head(seq, changeSeq)
    this.settle(id, held)
  }

  /** What is known of a loaded timeline, for the hello. */
  known(id: Id): Head | undefined {
    const timeline = this.get(id)
    return timeline?.loaded ? [timeline.top, timeline.changeTop] : undefined
  }

  /** Counts in what is loaded; undefined where that is not all of (from, to]. */
  count(id: Id): Count {
    return (from, to) => {
      const timeline = this.get(id)
      if (!timeline?.loaded || from + 1 < timeline.bottom || to > timeline.top || timeline.skipped > 0) return undefined
      const { items } = timeline
      const range = items.slice(placeOf(items, from + 1), placeOf(items, to + 1))
      return range.filter((item) => isCountable(item, this.around.me)).length
    }
  }

  connected(): void {
    this.online = true
    for (const [id, held] of this.held) {
      held.failures = 0
      if (held.timeline.loaded) this.settle(id, held)
      else this.reload(id, held)
    }
  }

  lost(): void {
    this.online = false
  }

  /** Another epoch: nothing that is here counts any more. What somebody looks at is read again. */
  discard(): void {
    for (const [id, held] of this.held) {
      if (held.watched > 0) this.restart(id, held)
      else this.held.delete(id)
    }
  }

  private restart(id: Id, held: Held): void {
    held.timeline = new Timeline()
    delete held.opening
    void this.load(id, held).catch(() => {})
  }

  private load(id: Id, held: Held): Promise<void> {
    if (held.timeline.loaded) {
      this.settle(id, held)
      return Promise.resolve()
    }
    held.opening ??= this.read(id, { limit: PAGE })
      .then((page) => {
        delete held.problem
        held.unknown = 0
        held.timeline.opened(page)
        this.around.opened(id)
        this.settle(id, held)
      })
      .catch((problem: unknown) => {
        if (codeOf(problem) === 'not_found' && this.askAgain(id, held)) return
        held.problem = codeOf(problem)
        this.around.changed(id)
        throw problem
      })
      .finally(() => delete held.opening)
    return held.opening
  }

  private askAgain(id: Id, held: Held): boolean {
    held.unknown += 1
    if (held.unknown >= UNKNOWN_TRIES) return false
    this.around.clock.after(UNKNOWN_MS * 2 ** (held.unknown - 1), () => this.reload(id, held))
    return true
  }

  private reload(id: Id, held: Held): void {
    if (held.watched > 0 && !held.timeline.loaded) void this.load(id, held).catch(() => {})
  }

  private settle(id: Id, held: Held): void {
    this.around.changed(id)
    const { timeline } = held
    // Something is heard of a conversation that could not be had: now it can.
    if (held.problem) this.reload(id, held)
    if (timeline.loaded && timeline.heard[0] - timeline.top > FAR_BEHIND) this.restart(id, held)
    else if (this.online && !held.pulling && timeline.wants().length > 0) void this.pull(id, held)
  }

  private async pull(id: Id, held: Held): Promise<void> {
    held.pulling = true
    try {
      for (let wants = held.timeline.wants(); wants.length > 0 && this.online; wants = held.timeline.wants()) {
        for (const want of wants) await this.fill(id, held.timeline, want)
        held.failures = 0
        this.around.changed(id)
      }
    } catch {
      const ms = fullJitter((held.failures += 1), repeating, this.around.random)
      this.around.clock.after(ms, () => this.settle(id, held))
    } finally {
      held.pulling = false
    }
  }

  private async fill(id: Id, timeline: Timeline, want: Want): Promise<void> {
    const upTo = timeline.heard[1]
    if (want.kind === 'newer') {
      const page = own(id, await this.around.asks.pull({ conversationId: id, afterSeq: want.after, limit: PULL }))
      timeline.newer(page, want.after)
      for (const item of page.items) this.around.fetched(item)
    } else {
      const page = own(id, await this.around.asks.pull({ conversationId: id, afterChangeSeq: want.after, limit: PULL }))
      timeline.changes(page, want.after, upTo)
    }
  }

  private async read(id: Id, query: Record<string, number>): Promise<MessagePage> {
    const page = own(id, await this.around.http.ask<MessagePage>('GET', `/conversations/${id}/messages`, { query }))
    for (const item of page.items) this.around.fetched(item)
    return page
  }

  private hold(id: Id): Held {
    const held = this.held.get(id) ?? { timeline: new Timeline(), pulling: false, failures: 0, unknown: 0, watched: 0 }
    // Put last: the map's order is the order of use.
    this.held.delete(id)
    this.held.set(id, held)
    return held
  }

  private evict(): void {
    for (const [id, held] of this.held) {
      if (this.held.size <= KEPT) return
      if (held.watched === 0) this.held.delete(id)
    }
  }
}

/** Items of a page may leave out the conversation that the page names. */
function own<P extends MessagePage>(id: Id, page: P): P {
  return { ...page, items: page.items.map((item) => (item.conversationId ? item : { ...item, conversationId: id })) }
}

import type { MessageItem, MessagePage } from '../wire/message.ts'
import { bySeq, isNewer, keepNewest, placeOf } from './ordered.ts'
import { covered } from './visible.ts'

/** What a timeline lacks; the answer to each is a page. */
export type Want = { readonly kind: 'newer'; readonly after: number } | { readonly kind: 'changes'; readonly after: number }

/** Live messages kept above a hole, and changes kept for messages that are not loaded. Beyond it they are pulled again. */
const KEEP = 500
/** A number that the server does not hand out after so many pulls is not waited for any longer. */
const PATIENCE = 3

/**
 * One conversation as this device knows it. Invariants: `items` ascends by seq without repeats, and between `bottom`
 * and `top` nothing that I may see is missing; a message is replaced only by a newer state of itself.
 * It may be given anything, in any order and any number of times. It knows no socket and no clock.
 */
export class Timeline {
  items: readonly MessageItem[] = []
  /** The lowest seq from which on everything is here, and the highest up to which. */
  bottom = 0
  top = 0
  /** Everything up to this change is applied. */
  changeTop = 0
  loaded = false
  atStart = false
  /** Numbers given up because no pull brought them. */
  skipped = 0
  private readonly above = new Map<number, MessageItem>()
  private readonly early = new Map<number, MessageItem>()
  private readonly liveChanges = new Set<number>()
  private serverTop = 0
  private serverChange = 0
  private fruitless = 0

  /** The newest page: the beginning of everything. */
  opened(page: MessagePage): void {
    const items = bySeq(page.items)
    this.items = items.map((item) => this.newest(item))
    this.bottom = items[0]?.seq ?? page.head + 1
    this.top = items.at(-1)?.seq ?? page.head
    this.atStart = !page.next
    this.changeTop = page.headChange
    this.loaded = true
    this.climb(page, page.head)
    this.settleChanges()
  }

  message(item: MessageItem): void {
    this.serverTop = Math.max(this.serverTop, item.seq)
    if (this.loaded && item.seq <= this.top) return this.put(item)
    if (this.above.size < KEEP || item.seq === this.top + 1) keepNewest(this.above, item, KEEP + 1)
    if (this.loaded) this.climb(undefined, this.top)
  }

  change(changeSeq: number, item: MessageItem | undefined): void {
    if (item) this.settle(item)
    if (!this.loaded || changeSeq <= this.changeTop) return
    this.serverChange = Math.max(this.serverChange, changeSeq)
    // A change that came without its message has to be fetched, however well its number fits.
    if (item) this.liveChanges.add(changeSeq)
    this.settleChanges()
  }

  /** What the server has, by its own word. */
  head(seq: number, changeSeq: number): void {
    this.serverTop = Math.max(this.serverTop, seq)
    this.serverChange = Math.max(this.serverChange, changeSeq)
  }

  /** A page that was asked for with `after`. */
  newer(page: MessagePage, after: number): void {
    if (!this.loaded || after > this.top) return
    const before = this.top
    for (const item of page.items) {
      if (item.seq <= this.top) this.put(item)
      else keepNewest(this.above, item, Infinity)
    }
    const last = Math.max(after, ...page.items.map((item) => item.seq))
    this.climb(page, goesOn(page, after) ? last : Math.max(page.head, last, this.serverTop))
    this.fruitless = this.top > before ? 0 : this.fruitless + 1
    if (this.fruitless >= PATIENCE) this.giveUp()
  }

  /** A page that was asked for with `before`. */
  older(page: MessagePage, before: number): void {
    if (!this.loaded || before !== this.bottom) return
    const items = bySeq(page.items).filter((item) => item.seq < before)
    this.items = [...items.map((item) => this.newest(item)), ...this.items]
    this.bottom = items[0]?.seq ?? this.bottom
    this.atStart = !page.next || items.length === 0
  }

  /** A page of changed messages that was asked for with `after` when the server was known to be at `upTo`. */
  changes(page: MessagePage, after: number, upTo = 0): void {
    if (!this.loaded || after > this.changeTop) return
    for (const item of page.items) this.settle(item)
    // Changes are not dense for a reader, and a page may hold none that he may see: its `next` says how far it reached,
    // and after the last page the server's number is ours.
    this.changeTop = Math.max(this.changeTop, goesOn(page, after) ? Number(page.next) : Math.max(page.headChange, upTo))
    this.settleChanges()
  }

  wants(): Want[] {
    if (!this.loaded) return []
    const wants: Want[] = []
    if (this.serverTop > this.top) wants.push({ kind: 'newer', after: this.top })
    if (this.serverChange > this.changeTop) wants.push({ kind: 'changes', after: this.changeTop })
    return wants
  }

  /** The newest numbers heard of, here or not: how far behind this timeline is. */
  get heard(): readonly [seq: number, changeSeq: number] {
    return [this.serverTop, this.serverChange]
  }

  /** Messages that are here but above a hole: shown only where the person knows them already, as his own. */
  waiting(): MessageItem[] {
    return bySeq(this.above.values())
  }

  /** Forgets old messages that nobody looks at; they are fetched again on the way up. */
  trim(keep: number): void {
    if (this.items.length <= keep) return
    this.items = this.items.slice(-keep)
    this.bottom = this.items[0]?.seq ?? this.bottom
    this.atStart = false
  }

  private climb(page: MessagePage | undefined, limit: number): void {
    if (page) this.head(page.head, 0)
    let top = covered(this.top, limit, (seq) => this.above.has(seq), page?.visible)
    while (this.above.has(top + 1)) top += 1
    if (top === this.top) return
    const rising = bySeq(this.above.values()).filter((item) => item.seq <= top)
    for (const item of rising) this.above.delete(item.seq)
    this.top = top
    if (rising.length > 0) this.items = [...this.items, ...rising.map((item) => this.newest(item))]
  }

  private giveUp(): void {
    const next = Math.min(this.serverTop, ...[...this.above.keys()].map((seq) => seq - 1))
    this.skipped += Math.max(0, next - this.top)
    this.top = Math.max(this.top, next)
    this.fruitless = 0
    this.climb(undefined, this.top)
  }

  /** A state of a message, wherever that message is just now. */
  private settle(item: MessageItem): void {
    if (this.above.has(item.seq)) keepNewest(this.above, item, Infinity)
    else if (this.items[placeOf(this.items, item.seq)]?.seq === item.seq) this.put(item)
    else keepNewest(this.early, item, KEEP)
  }

  private settleChanges(): void {
    while (this.liveChanges.delete(this.changeTop + 1)) this.changeTop += 1
    for (const number of this.liveChanges) if (number <= this.changeTop) this.liveChanges.delete(number)
  }

  /** The item, or a newer state of it that arrived before it did. */
  private newest(item: MessageItem): MessageItem {
    const early = this.early.get(item.seq)
    this.early.delete(item.seq)
    return early && isNewer(early, item) ? early : item
  }

  /** Replaces by a newer state, or fills in a number that was given up and came after all. */
  private put(item: MessageItem): void {
    const at = placeOf(this.items, item.seq)
    const known = this.items[at]
    if (known?.seq === item.seq) {
      if (isNewer(item, known)) this.items = this.items.with(at, item)
    } else if (item.seq >= this.bottom) {
      this.items = this.items.toSpliced(at, 0, this.newest(item))
    }
  }
}

/** Whether there is more to ask for: a `next` that leads no further is taken for the end. */
function goesOn(page: MessagePage, after: number): boolean {
  return Number(page.next ?? 0) > after
}

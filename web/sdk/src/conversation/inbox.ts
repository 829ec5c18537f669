import type { Http } from '../http/http.ts'
import type { Clock } from '../time/clock.ts'
import { unreadOf, type Count } from './tally.ts'
import type { ConversationView, Listing } from '../wire/conversation.ts'
import type { ChangeFrame, ConversationFrame, CursorEvent, Head, MembersFrame, WelcomeFrame } from '../wire/frames.ts'
import type { Id, MessageItem } from '../wire/message.ts'
import { byActivity, fromServer, onChange, onCursor, onFacts, onMembers, onMessage, onShown, type Conversation } from './conversation.ts'

const PAGE = 50
/** A number that an answer left in doubt (it was older than the doubt) is asked for again after this long, and so often. */
const DOUBT_MS = 1_500
const DOUBTS = 5

interface Around {
  readonly me: Id
  readonly http: Http
  readonly clock: Clock
  changed(id: Id): void
  /** A row came from the server: its head may be news for the timeline, its marks for the cursors. */
  learnt(view: ConversationView): void
  /** Counts countable messages in a loaded timeline. */
  count(id: Id): Count
}

/** My conversations by activity, with unread numbers that are never guessed. */
export class Inbox {
  private readonly rows = new Map<Id, Conversation>()
  private sorted: readonly Conversation[] | undefined
  private next: string | null | undefined
  private asking: Promise<void> | undefined
  private again = false
  private readonly looking = new Map<Id, Promise<void>>()
  /** The first page is here. */
  loaded = false

  constructor(private readonly around: Around) {}

  list(): readonly Conversation[] {
    return (this.sorted ??= [...this.rows.values()].sort(byActivity))
  }

  get(id: Id): Conversation | undefined {
    return this.rows.get(id)
  }

  /** True when there are no older conversations on the server. */
  get complete(): boolean {
    return this.loaded && !this.next
  }

  get unread(): number {
    return this.list().reduce((sum, row) => sum + unreadOf(row.tally), 0)
  }

  /** What this device knows, for the hello. */
  heads(known: (id: Id) => Head | undefined): Record<Id, Head> {
    return Object.fromEntries([...this.rows].map(([id, row]) => [id, known(id) ?? row.head]))
  }

  /** Reads the newest page again: at the start, after a welcome, for a conversation nobody told us of, for a count in doubt. */
  refresh(): Promise<void> {
    if (this.asking) {
      this.again = true
      return this.asking
    }
    this.asking = this.readNewest().finally(() => {
      this.asking = undefined
      if (!this.again) return
      this.again = false
      void this.refresh().catch(() => {})
    })
    return this.asking
  }

  /** Reads one conversation: one that nobody told us of, or whose number is in doubt. */
  look(id: Id, tries = 1): Promise<void> {
    const under = this.looking.get(id)
    if (under) return under
    const looked = this.around.http
      .ask<ConversationView>('GET', `/conversations/${id}`)
      .then((view) => this.take([view]))
      .finally(() => this.looking.delete(id))
      .then(() => {
        const isSure = !this.rows.get(id)?.tally.stale
        if (!isSure && tries < DOUBTS) this.around.clock.after(DOUBT_MS, () => this.lookQuietly(id, tries + 1))
      })
    this.looking.set(id, looked)
    return looked
  }

  /** Reads a conversation that is not in the list yet: one opened by its address. */
  need(id: Id): void {
    if (!this.rows.has(id)) this.lookQuietly(id)
  }

  /** The next page of older conversations. */
  async more(): Promise<void> {
    if (!this.next) return
    const cursor = this.next
    const page = await this.around.http.ask<Listing<ConversationView>>('GET', '/conversations', { query: { limit: PAGE, cursor } })
    if (this.next === cursor) this.next = page.next
    this.take(page.items)
  }

  /** What the server's greeting says. Too much to list, or nothing to compare with: the list begins anew. */
  welcome(frame: WelcomeFrame): void {
    if (frame.resync || frame.more) this.next = undefined
    this.take(frame.conversations ?? [])
    void this.refresh().catch(() => {})
  }

  discard(): void {
    this.rows.clear()
    this.loaded = false
    this.next = undefined
    this.touched('')
  }

  take(views: readonly ConversationView[]): void {
    for (const view of views) {
      this.set(fromServer(view, this.rows.get(view.id), this.around.count(view.id)))
      this.around.learnt(view)
    }
  }

  /** Answers whether the message was news here. */
  message(item: MessageItem): boolean {
    const row = this.rows.get(item.conversationId)
    if (!row) {
      this.lookQuietly(item.conversationId)
      return false
    }
    const isNews = item.seq > row.head[0]
    this.set(onMessage(row, item, this.around.me))
    return isNews
  }

  /** The server has more than was heard here. */
  head(id: Id, [seq, changeSeq]: Head): void {
    const known = this.rows.get(id)?.head
    if (!known || seq > known[0] || changeSeq > known[1]) this.lookQuietly(id)
  }

  change(frame: ChangeFrame): void {
    this.update(frame.conversationId, (row) => onChange(row, frame))
  }

  cursor(event: CursorEvent): void {
    this.update(event.conversationId, (row) => onCursor(row, event, this.around.me, this.around.count(row.id)))
  }

  members(frame: MembersFrame): void {
    this.update(frame.conversationId, (row) => onMembers(row, frame, this.around.me))
  }

  facts(frame: ConversationFrame): void {
    this.update(frame.conversationId, (row) => onFacts(row, frame))
  }

  shown(id: Id, seq: number): void {
    this.update(id, (row) => onShown(row, seq, this.around.count(id)))
  }

  private lookQuietly(id: Id, tries?: number): void {
    void this.look(id, tries).catch(() => {})
  }

  private async readNewest(): Promise<void> {
    const page = await this.around.http.ask<Listing<ConversationView>>('GET', '/conversations', { query: { limit: PAGE } })
    if (!this.loaded || this.next === undefined) this.next = page.next ?? null
    this.loaded = true
    this.take(page.items)
    this.touched('')
  }

  private update(id: Id, change: (row: Conversation) => Conversation): void {
    const row = this.rows.get(id)
    if (row) this.set(change(row))
  }

  private set(row: Conversation): void {
    const before = this.rows.get(row.id)
    this.rows.set(row.id, row)
    this.touched(row.id)
    if (row.tally.stale && !before?.tally.stale) this.lookQuietly(row.id)
  }

  private touched(id: Id): void {
    this.sorted = undefined
    this.around.changed(id)
  }
}

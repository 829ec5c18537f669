import type { Tabs } from '../session/tabs.ts'
import type { Store } from '../store/store.ts'
import type { Clock, Random } from '../time/clock.ts'
import type { SendFrame } from '../wire/frames.ts'
import type { Body, Id, Mentions, MessageItem } from '../wire/message.ts'
import { Outbox, type Refused } from './outbox.ts'
import type { Pending } from './pending.ts'

export interface Draft {
  readonly conversationId: Id
  readonly type: string
  readonly body: Body
  readonly replyTo?: number
  readonly mentions?: Mentions
}

interface Wire {
  send(frame: SendFrame): boolean
  /** What this device has shown of a conversation, for `readSeq`. */
  shown(conversationId: Id): number | undefined
  changed(conversationId: Id): void
}

/** Drives the outbox: storage before the wire, timers, and what another tab left behind. */
export class Sender {
  private readonly outbox: Outbox
  private lastOrder = 0
  private cancelTimer: () => void = () => {}

  constructor(
    private readonly userId: Id,
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly tabs: Tabs,
    random: Random,
    private readonly wire: Wire,
  ) {
    this.outbox = new Outbox(random)
  }

  entries(conversationId: Id): Pending[] {
    return this.outbox.entries(conversationId)
  }

  oldest(): number | undefined {
    return this.outbox.oldest()
  }

  /** Takes what an earlier visit or a closed tab left. Safe to repeat: ids make a second send of the same message harmless. */
  async adopt(): Promise<void> {
    const [left, open] = await Promise.all([this.store.pending(this.userId), this.tabs.open()])
    for (const entry of left) {
      this.lastOrder = Math.max(this.lastOrder, entry.order)
      const orphaned = entry.owner === this.tabs.id || !open.has(entry.owner)
      if (!orphaned || this.outbox.get(entry.clientMsgId)) continue
      const mine = { ...entry, owner: this.tabs.id }
      await this.store.save(this.userId, mine)
      this.outbox.add(mine, this.clock.now())
      this.wire.changed(entry.conversationId)
    }
    this.flush()
  }

  /** Queues a message and answers its id. It is on the way at once when there is a connection. */
  send(draft: Draft): string {
    const now = this.clock.now()
    this.lastOrder = Math.max(this.lastOrder + 1, now)
    const entry: Pending = { ...draft, clientMsgId: crypto.randomUUID(), madeAt: now, order: this.lastOrder, owner: this.tabs.id }
    this.outbox.add(entry, now)
    this.wire.changed(draft.conversationId)
    // Storage first, so that a crash after the send still knows the id; storage that fails must not stop the message.
    void this.store.save(this.userId, entry).catch(() => {}).then(() => this.flush())
    return entry.clientMsgId
  }

  /** Sends a failed message anew, under a new id and as the newest. */
  retry(clientMsgId: string): void {
    const failed = this.outbox.discard(clientMsgId)
    if (!failed) return
    void this.store.drop(this.userId, clientMsgId).catch(() => {})
    const { conversationId, type, body, replyTo, mentions } = failed
    this.send({ conversationId, type, body, ...(replyTo === undefined ? {} : { replyTo }), ...(mentions === undefined ? {} : { mentions }) })
  }

  discard(clientMsgId: string): void {
    const entry = this.outbox.discard(clientMsgId)
    if (!entry) return
    void this.store.drop(this.userId, clientMsgId).catch(() => {})
    this.wire.changed(entry.conversationId)
  }

  connected(): void {
    this.outbox.connected()
    this.flush()
    void this.adopt().catch(() => {})
  }

  disconnected(): void {
    this.outbox.disconnected()
    this.cancelTimer()
  }

  authorised(): void {
    this.outbox.authorised()
    this.flush()
  }

  /** One of my messages is in the log: on whatever way we learn it, that is the acknowledgement. */
  seen(item: MessageItem): void {
    if (!item.clientMsgId || item.senderId !== this.userId) return
    if (!this.outbox.acknowledged(item.conversationId, item.clientMsgId)) return
    void this.store.drop(this.userId, item.clientMsgId).catch(() => {})
    this.flush()
  }

  refused(clientMsgId: string, refused: Refused): void {
    const failed = this.outbox.refused(clientMsgId, refused, this.clock.now())
    if (failed) {
      void this.store.save(this.userId, failed).catch(() => {})
      this.wire.changed(failed.conversationId)
    }
    this.flush()
  }

  stop(): void {
    this.disconnected()
  }

  private flush(): void {
    for (const { entry, after } of this.outbox.due(this.clock.now())) {
      const { clientMsgId, conversationId, type, body, replyTo, mentions } = entry
      const readSeq = this.wire.shown(conversationId)
      const sent = this.wire.send({
        t: 'send',
        clientMsgId,
        conversationId,
        type,
        body,
        ...(replyTo === undefined ? {} : { replyTo }),
        ...(mentions === undefined ? {} : { mentions }),
        ...(after === undefined ? {} : { after }),
        ...(readSeq === undefined ? {} : { readSeq }),
      })
      if (!sent) break
    }
    this.cancelTimer()
    const at = this.outbox.nextAt()
    if (at !== undefined) this.cancelTimer = this.clock.after(Math.max(20, at - this.clock.now()), () => this.flush())
  }
}

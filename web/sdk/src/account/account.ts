import { Commands } from '../command/commands.ts'
import { Contacts } from '../contact/contacts.ts'
import { People } from '../contact/people.ts'
import { Inbox } from '../conversation/inbox.ts'
import { CursorSender } from '../cursor/marks.ts'
import { Emitter, Gathering } from '../events/emitter.ts'
import { Http } from '../http/http.ts'
import { Myself } from '../myself/myself.ts'
import { Standing } from '../myself/standing.ts'
import { Sender } from '../outbox/sender.ts'
import { Asks } from '../socket/asks.ts'
import { Connection } from '../socket/connection.ts'
import { Timelines } from '../timeline/timelines.ts'
import type { Parts } from '../parts.ts'
import type { Session } from '../session/session.ts'
import type { ConversationView } from '../wire/conversation.ts'
import type { ClientFrame, CursorEvent, Head, ServerFrame, WelcomeFrame } from '../wire/frames.ts'
import type { Id, MessageItem } from '../wire/message.ts'
import type { AccountEvents } from './events.ts'
import { Messages } from './messages.ts'

/** The protocol's bound for one `hello` or `heads` frame. */
const HEADS_AT_ONCE = 1_000

/**
 * One logged-in person on this device, from log-in to log-out: wires socket, outbox, timelines, inbox and contacts
 * together. It holds no rule of its own; each frame goes to the parts it concerns.
 */
export class Account {
  readonly events = new Emitter<AccountEvents>()
  readonly connection: Connection
  readonly conversations: Inbox
  readonly messages: Messages
  readonly contacts: Contacts
  readonly people: People
  readonly myself: Myself
  readonly standing: Standing
  private readonly http: Http
  private readonly sender: Sender
  private readonly timelines: Timelines
  private readonly cursors: CursorSender
  private readonly commands: Commands
  private readonly asks: Asks
  private readonly offs: (() => void)[] = []
  private epoch: number | string | undefined
  private skewMs = 0
  private isWelcomed = false

  constructor(
    readonly userId: Id,
    private readonly session: Session,
    private readonly parts: Parts,
  ) {
    const { clock, random, store, tabs } = parts
    const rows = new Gathering<Id>((ids) => this.events.emit('conversations', ids))
    const lines = new Gathering<Id>((ids) => this.events.emit('timeline', ids))
    const friends = new Gathering<''>(() => this.events.emit('contacts', undefined))
    const names = new Gathering<''>(() => this.events.emit('people', undefined))
    const send = (frame: ClientFrame) => this.connection.send(frame)
    this.http = new Http(parts.origin, parts.fetch, session)
    this.people = new People(this.http, () => names.add(''))
    this.contacts = new Contacts(userId, this.http, this.people, () => friends.add(''))
    this.myself = new Myself(this.http, (me) => {
      this.people.learn(me)
      this.events.emit('people', undefined)
    })
    this.standing = new Standing({
      http: this.http,
      clock,
      now: () => this.serverNow,
      renew: () => session.renew(),
      changed: () => this.events.emit('standing', undefined),
    })
    this.asks = new Asks(clock, send)
    this.commands = new Commands(clock, random, send)
    this.cursors = new CursorSender(clock, send)
    this.sender = new Sender(userId, store, clock, tabs, random, {
      send,
      shown: (id) => this.cursors.readSeq(id),
      changed: (id) => lines.add(id),
    })
    this.timelines = new Timelines({
      me: userId,
      http: this.http,
      asks: this.asks,
      clock,
      random,
      changed: (id) => lines.add(id),
      opened: (id) => this.conversations.need(id),
      fetched: (item) => this.fetched(item),
    })
    this.conversations = new Inbox({
      me: userId,
      http: this.http,
      clock,
      changed: (id) => rows.add(id),
      learnt: (view) => this.learnt(view),
      count: (id) => this.timelines.count(id),
    })
    this.messages = new Messages(userId, this.timelines, this.sender, this.commands, (id, seq) => this.shown(id, seq))
    this.connection = new Connection(parts.transport, session, clock, random, (token) => this.hello(token), () => this.probe())
    this.listen()
  }

  /** The server's clock, for windows that it measures. */
  get serverNow(): number {
    return this.parts.clock.now() + this.skewMs
  }

  /** Loads the list and goes online. The list that fails to load comes with the first welcome. */
  async start(): Promise<void> {
    void this.sender.adopt().catch(() => {})
    await Promise.allSettled([this.conversations.refresh(), this.myself.read(), this.standing.read()])
    this.connection.start()
  }

  stop(): void {
    for (const off of this.offs) off()
    this.connection.stop()
    this.standing.stop()
    this.sender.stop()
    this.commands.stop()
    this.asks.lost()
    this.cursors.lost()
    this.events.clear()
  }

  private listen(): void {
    const { events } = this.connection
    this.offs.push(
      events.on('state', (state) => this.events.emit('connection', state)),
      events.on('welcome', (frame) => this.welcome(frame)),
      events.on('frame', (frame) => this.hear(frame)),
      events.on('lost', () => this.lost()),
      this.session.events.on('token', (token) => {
        if (this.connection.send({ t: 'auth', token })) this.sender.authorised()
      }),
    )
  }

  private async hello(token: string): Promise<readonly ClientFrame[]> {
    const deviceId = await this.session.deviceId()
    const all = Object.entries(this.conversations.heads((id) => this.timelines.known(id)))
    const chunks: Record<Id, Head>[] = []
    for (let at = 0; at < all.length; at += HEADS_AT_ONCE) chunks.push(Object.fromEntries(all.slice(at, at + HEADS_AT_ONCE)))
    const more = (at: number) => (at < chunks.length - 1 ? { more: true } : {})
    const known = this.epoch === undefined ? {} : { epoch: this.epoch }
    return [
      { t: 'hello', token, deviceId, ...known, ...(chunks[0] ? { heads: chunks[0] } : {}), ...more(0) },
      ...chunks.slice(1).map((heads, at) => ({ t: 'heads' as const, heads, ...more(at + 1) })),
    ]
  }

  /** Any answer will do, also a refusal: it shows that somebody is there. */
  private probe(): ClientFrame {
    const [row] = this.conversations.list()
    return { t: 'pull', ref: 'probe', conversationId: row?.id ?? '0', afterSeq: row?.head[0] ?? 0, limit: 1 }
  }

  private welcome(frame: WelcomeFrame): void {
    if (frame.serverTime) this.skewMs = Date.parse(frame.serverTime) - this.parts.clock.now()
    if (frame.resync || (this.epoch !== undefined && this.epoch !== frame.epoch)) this.discard()
    this.epoch = frame.epoch
    this.sender.connected()
    this.commands.connected()
    this.cursors.connected()
    this.conversations.welcome(frame)
    this.timelines.connected()
    void this.contacts.sync().catch(() => {})
    if (!this.myself.profile) void this.myself.read().catch(() => {})
    // The first welcome comes right after it was read.
    if (this.isWelcomed || !this.standing.rights) this.reread()
    this.isWelcomed = true
  }

  /** A restored server, or a cache that it calls worthless: what is here may never have happened there. The outbox stays: it is ours. */
  private discard(): void {
    this.conversations.discard()
    this.timelines.discard()
  }

  private lost(): void {
    this.sender.disconnected()
    this.timelines.lost()
    this.cursors.lost()
    this.asks.lost()
  }

  private hear(frame: ServerFrame): void {
    if (this.asks.hear(frame)) return
    switch (frame.t) {
      case 'message':
        return this.arrived(frame)
      case 'change':
        this.commands.changed(frame)
        this.conversations.change(frame)
        return this.timelines.change(frame)
      case 'nack':
        return this.refused(frame)
      case 'head':
        this.conversations.head(frame.conversationId, [frame.seq, frame.changeSeq])
        return this.timelines.head(frame.conversationId, frame.seq, frame.changeSeq)
      case 'members':
        return this.conversations.members(frame)
      case 'conversation':
        return this.conversations.facts(frame)
      case 'auth_needed':
        return void this.session.renew().then(() => this.reread())
      case 'event':
        return frame.area === 'cursor' ? this.marked(frame) : this.hinted(frame.area)
      default:
        return
    }
  }

  private arrived(item: MessageItem): void {
    const isNews = this.conversations.message(item)
    this.timelines.message(item)
    this.fetched(item)
    if (isNews && item.senderId && item.senderId !== this.userId) this.events.emit('arrived', item)
  }

  private refused(nack: Extract<ServerFrame, { t: 'nack' }>): void {
    if (nack.clientMsgId) this.sender.refused(nack.clientMsgId, nack)
    else this.commands.refused(nack)
    if (nack.code === 'muted_account' || nack.code === 'right_missing') this.reread()
    if (nack.code === 'token_stale' || nack.code === 'token_expired') void this.session.renew()
  }

  private marked(event: CursorEvent): void {
    if (event.userId === this.userId) this.cursors.stored(event.conversationId, event)
    this.conversations.cursor(event)
  }

  private hinted(area: string): void {
    if (area === 'friends' || area === 'requests' || area === 'groups') void this.contacts.sync().catch(() => {})
    if (area === 'profile') void this.myself.read().catch(() => {})
    if (area === 'rights') this.reread()
    if (area === 'sessions' || area === 'new_device') this.events.emit('devices', undefined)
    if (area === 'new_device') this.events.emit('newDevice', undefined)
  }

  /** Also for what happened while nobody listened. */
  private reread(): void {
    void this.standing.read().catch(() => {})
  }

  /** However a message reached this device: it settles my outbox, and one-to-one its sender may know that it is here. */
  private fetched(item: MessageItem): void {
    this.sender.seen(item)
    const isDirect = this.conversations.get(item.conversationId)?.kind === 'direct'
    if (isDirect && item.senderId !== this.userId) this.cursors.delivered(item.conversationId, item.seq)
  }

  private learnt(view: ConversationView): void {
    this.people.learn(view.peer)
    this.cursors.stored(view.id, { readSeq: view.readSeq, ...(view.deliveredSeq ? { deliveredSeq: view.deliveredSeq } : {}) })
    this.timelines.head(view.id, view.head[0], view.head[1])
    if (view.lastMessage) this.fetched({ ...view.lastMessage, conversationId: view.id })
  }

  private shown(id: Id, seq: number): void {
    this.cursors.shown(id, seq)
    this.conversations.shown(id, seq)
  }
}

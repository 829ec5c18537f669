import type { Channel, ChannelEvents, Transport } from '../src/socket/transport.ts'
import type { Fetch } from '../src/http/http.ts'
import type { Clock } from '../src/time/clock.ts'
import type { ClientFrame, Head } from '../src/wire/frames.ts'
import type { Id } from '../src/wire/message.ts'
import { CODE, RECOVERY, sanctionOf } from './own.ts'
import { route, type Answer } from './rest.ts'
import { messagePage, viewOf } from './views.ts'
import type { Told, World } from './world.ts'

interface Socket {
  readonly events: ChannelEvents
  userId: Id | undefined
  heads: Record<Id, Head>
  open: boolean
}

/** A browser's cookie jar: whose refresh token is in it. */
interface Jar {
  userId: Id | undefined
}

/** What can go wrong on the way; each a chance from 0 to 1, or milliseconds. */
export interface Faults {
  latencyMs: number
  /** The server takes a frame and the socket dies before the answer. */
  cutAfter: number
  /** A live frame is not delivered: a hole. */
  skip: number
  /** A live frame is delivered twice. */
  twice: number
  /** Nothing can be reached. */
  down: boolean
}

const TOKEN_MS = 600_000

/** A gateway of a fake world: the socket's frames and the REST routes, with a network that fails as told. */
export class FakeGateway {
  readonly faults: Faults = { latencyMs: 5, cutAfter: 0, skip: 0, twice: 0, down: false }
  private readonly sockets = new Set<Socket>()
  private readonly tokens = new Map<string, Id>()

  constructor(
    readonly world: World,
    private readonly clock: Clock,
    private readonly random: () => number,
  ) {}

  /** One browser's way in, with its own cookie. */
  browser(): { transport: Transport; fetch: Fetch } {
    const jar: Jar = { userId: undefined }
    return { transport: { open: (events) => this.connect(events) }, fetch: (input, init) => this.call(jar, input, init) }
  }

  /** Says something to whom it concerns; also for what a test does behind the clients' backs. */
  tell(tells: readonly Told[]): void {
    for (const told of tells) {
      const members = told.to === 'room' ? this.world.rooms.get(told.room)?.members : undefined
      for (const socket of [...this.sockets]) {
        const hears = socket.userId !== undefined && (members ? members.has(socket.userId) : socket.userId === told.to)
        if (hears) this.live(socket, told.frame)
      }
    }
  }

  /** All sockets die, as when a gateway is killed. */
  kill(code = 1006): void {
    for (const socket of [...this.sockets]) this.end(socket, code)
  }

  /** Tokens that are out are good no longer. */
  expireTokens(): void {
    this.tokens.clear()
  }

  private call(jar: Jar, input: string, init: RequestInit): Promise<Response> {
    return new Promise((resolve, reject) => {
      this.clock.after(this.faults.latencyMs, () => {
        if (this.faults.down) return reject(new TypeError('network'))
        const { status, body } = this.rest(jar, new URL(input, 'http://fake'), init)
        this.clock.after(this.faults.latencyMs, () => resolve(answer(status, body)))
      })
    })
  }

  private connect(events: ChannelEvents): Channel {
    const socket: Socket = { events, userId: undefined, heads: {}, open: true }
    this.clock.after(this.faults.latencyMs, () => {
      if (this.faults.down) return this.end(socket, 1006)
      this.sockets.add(socket)
      events.opened()
    })
    return {
      send: (text) => {
        this.clock.after(this.faults.latencyMs, () => {
          if (socket.open && !this.faults.down) this.take(socket, JSON.parse(text) as ClientFrame)
        })
      },
      close: () => this.end(socket, 1000),
    }
  }

  private take(socket: Socket, frame: ClientFrame): void {
    if (this.random() < this.faults.cutAfter) this.clock.after(0, () => this.end(socket, 1006))
    if (frame.t === 'hello' || frame.t === 'heads' || frame.t === 'auth') return this.greet(socket, frame)
    const me = socket.userId
    if (me === undefined) return this.end(socket, 4408)
    switch (frame.t) {
      case 'send':
        return this.tell(this.world.send(me, frame))
      case 'recall':
        return this.tell(this.world.recall(me, frame.conversationId, frame.seq, frame.clientOpId))
      case 'cursor':
        return this.tell(this.world.mark(me, frame.conversationId, frame.readSeq, frame.deliveredSeq))
      case 'pull': {
        const room = this.world.rooms.get(frame.conversationId)
        if (!room?.members.has(me)) return this.say(socket, { t: 'error', re: frame.ref, code: 'not_found' })
        const page = messagePage(this.world, room, me, frame)
        return this.say(socket, { t: 'page', ref: frame.ref, conversationId: room.id, ...page })
      }
    }
  }

  private greet(socket: Socket, frame: Extract<ClientFrame, { t: 'hello' | 'heads' | 'auth' }>): void {
    if (frame.t !== 'heads') {
      socket.userId = this.tokens.get(frame.token)
      if (socket.userId === undefined) return this.end(socket, 4401)
      if (frame.t === 'auth') return
    }
    Object.assign(socket.heads, frame.heads)
    if (frame.more) return
    const me = socket.userId ?? ''
    const resync = frame.t === 'hello' && frame.epoch !== undefined && frame.epoch !== this.world.epoch
    const mine = [...this.world.rooms.values()].filter((room) => room.members.has(me))
    const changed = mine.map((room) => viewOf(this.world, room, me)).filter((view) => {
      const [seq, change] = socket.heads[view.id] ?? [-1, -1]
      return view.head[0] > seq || view.head[1] > change
    })
    const serverTime = new Date(this.world.now()).toISOString()
    const { epoch } = this.world
    this.say(socket, { t: 'welcome', epoch, serverTime, ...(resync ? { resync } : { conversations: changed.slice(0, 100) }) })
  }

  private live(socket: Socket, frame: object): void {
    if (this.random() < this.faults.skip) return void this.clock.after(1_000, () => this.sayHeads(socket))
    this.say(socket, frame)
    if (this.random() < this.faults.twice) this.say(socket, frame)
  }

  /** What a gateway does once it notices that it may have missed something. */
  private sayHeads(socket: Socket): void {
    for (const room of this.world.rooms.values()) {
      if (!socket.userId || !room.members.has(socket.userId)) continue
      this.say(socket, { t: 'head', conversationId: room.id, seq: this.world.shownTo(room, socket.userId).at(-1)?.seq ?? 0, changeSeq: room.changes })
    }
  }

  private say(socket: Socket, frame: object): void {
    const text = JSON.stringify(frame)
    this.clock.after(this.faults.latencyMs, () => {
      if (socket.open) socket.events.frame(text)
    })
  }

  private end(socket: Socket, code: number): void {
    if (!socket.open) return
    socket.open = false
    this.sockets.delete(socket)
    socket.events.closed(code)
  }

  private rest(jar: Jar, url: URL, init: RequestInit): Answer {
    const path = url.pathname.replace('/api/v1', '')
    const body = init.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : {}
    if (/^\/auth\/(login|register|refresh|logout|registration)$/.test(path)) return this.auth(jar, path, body)
    const token = new Headers(init.headers).get('Authorization')?.replace('Bearer ', '') ?? ''
    const me = this.tokens.get(token)
    if (!me) return { status: 401, body: { code: 'token_expired', retryable: true } }
    return route(init.method ?? 'GET', path, { world: this.world, me, query: url.searchParams, body, tell: (told) => this.tell(told) })
  }

  private auth(jar: Jar, path: string, body: Record<string, unknown>): Answer {
    const name = String(body['username'])
    const known = [...this.world.people.values()].find((person) => person.username === name)
    if (path === '/auth/logout') {
      jar.userId = undefined
      return { status: 204 }
    }
    if (path === '/auth/registration') return { status: 200, body: this.world.door }
    if (path === '/auth/refresh') return jar.userId ? this.admit(jar, jar.userId) : { status: 401, body: { code: 'token_invalid' } }
    if (path === '/auth/register') {
      if (this.world.door.mode === 'approval') return { status: 202, body: { waiting: true } }
      if (known) return { status: 409, body: { code: 'name_taken' } }
      return this.grant(jar, this.world.person(name, { nickname: (body['nickname'] as string | undefined) ?? name }))
    }
    if (!known || known.password !== body['password']) return { status: 401, body: { code: 'credentials_wrong' } }
    if (this.world.own(known.id).factor === 'on') {
      if (!body['code']) return { status: 401, body: { code: 'second_factor_needed' } }
      if (body['code'] !== CODE && body['code'] !== RECOVERY) return { status: 401, body: { code: 'credentials_wrong' } }
    }
    return this.admit(jar, known.id)
  }

  private admit(jar: Jar, userId: Id): Answer {
    const ban = sanctionOf(this.world, userId, 'ban')
    if (!ban) return this.grant(jar, userId)
    return { status: 403, body: { code: 'right_missing', detail: `banned: ${ban.reason}`, reason: ban.reason, until: ban.until } }
  }

  private grant(jar: Jar, userId: Id): Answer {
    const accessToken = `token-${userId}-${this.tokens.size}-${this.clock.now()}`
    this.tokens.set(accessToken, userId)
    jar.userId = userId
    return { status: 200, body: { accessToken, userId, sessionId: '1', expiresAt: new Date(this.clock.now() + TOKEN_MS).toISOString() } }
  }
}

function answer(status: number, body: unknown): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
}

import { Account } from './account/account.ts'
import { Emitter } from './events/emitter.ts'
import { Http } from './http/http.ts'
import type { Parts } from './parts.ts'
import { Session, type Credentials, type NewAccount, type SessionState } from './session/session.ts'
import { browserTabs, OnlyTab } from './session/tabs.ts'
import { WebSocketTransport } from './socket/transport.ts'
import { MemoryStore } from './store/memory.ts'
import type { DoorView } from './wire/myself.ts'
import { openStore } from './store/indexeddb.ts'
import { systemClock } from './time/clock.ts'

interface SparrowEvents {
  /** `account` is there exactly while somebody is logged in. */
  session: SessionState
}

/**
 * A Sparrow client. Log in (or `restore` an earlier visit), then `account` has everything else.
 *
 * ```ts
 * const sparrow = new Sparrow(await browserParts())
 * await sparrow.logIn({ username: 'ada', password: '…' })
 * sparrow.account?.events.on('arrived', (message) => console.log(message))
 * sparrow.account?.messages.sendText(conversationId, 'hello')
 * ```
 */
export class Sparrow {
  readonly events = new Emitter<SparrowEvents>()
  private readonly sessions: Session
  private current: Account | undefined

  constructor(private readonly parts: Parts) {
    const http = new Http(parts.origin, parts.fetch)
    this.sessions = new Session(http, parts.store, parts.clock, parts.tabs, parts.cookie)
    this.sessions.events.on('state', (state) => this.moved(state))
  }

  get session(): SessionState {
    return this.sessions.state
  }

  get account(): Account | undefined {
    return this.current
  }

  /** `isNew`: the cookie was just given by another way than this object's, as after a log-in with GitHub. */
  restore(isNew = false): Promise<void> {
    return this.sessions.restore(isNew)
  }

  /** Who may come in here. */
  door(): Promise<DoorView> {
    return this.sessions.door()
  }

  /** `waiting`: an administrator decides first, and nobody is logged in yet. */
  register(account: NewAccount): Promise<'in' | 'waiting'> {
    return this.sessions.register(account)
  }

  /** Another password, by what a one-time link holds. */
  resetPassword(token: string, password: string): Promise<void> {
    return this.sessions.resetPassword(token, password)
  }

  logIn(credentials: Credentials): Promise<void> {
    return this.sessions.logIn(credentials)
  }

  /** Ends the session and forgets what was not sent yet. */
  async logOut(): Promise<void> {
    const userId = this.current?.userId
    await this.sessions.logOut()
    if (userId) await this.parts.store.forget(userId)
  }

  private moved(state: SessionState): void {
    if (state.status === 'in' && this.current?.userId !== state.userId) {
      this.current?.stop()
      this.current = new Account(state.userId, this.sessions, this.parts)
      void this.current.start()
    }
    if (state.status === 'out') {
      this.current?.stop()
      this.current = undefined
    }
    this.events.emit('session', state)
  }
}

/** The parts of a page that is served by the gateway itself. */
export async function browserParts(origin: string = location.origin): Promise<Parts> {
  return {
    origin,
    fetch: (input, init) => fetch(input, init),
    transport: new WebSocketTransport(`${origin.replace(/^http/, 'ws')}/ws`),
    store: await openStore(),
    clock: systemClock,
    random: Math.random,
    tabs: browserTabs(),
    cookie: true,
  }
}

/** The parts of a program (Node 22 or newer, Deno, Bun): the refresh token comes in the body and is kept in `store`. */
export function programParts(origin: string): Parts {
  return {
    origin,
    fetch: (input, init) => fetch(input, init),
    transport: new WebSocketTransport(`${origin.replace(/^http/, 'ws')}/ws`),
    store: new MemoryStore(),
    clock: systemClock,
    random: Math.random,
    tabs: new OnlyTab(),
    cookie: false,
  }
}

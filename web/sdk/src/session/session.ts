import type { Http, Tokens } from '../http/http.ts'
import { Emitter } from '../events/emitter.ts'
import { Refusal } from '../problem/refusal.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from '../time/clock.ts'
import type { Id } from '../wire/message.ts'
import type { DoorView } from '../wire/myself.ts'
import type { Tabs } from './tabs.ts'

/** What log-in, registration and refresh answer. */
export interface Granted {
  readonly accessToken: string
  readonly expiresAt: string
  readonly userId: Id
  readonly sessionId: Id
  /** Only for clients that did not ask for the cookie. */
  readonly refreshToken?: string
}

export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'in'; readonly userId: Id }
  /** With the refusal that ended it, unless the person did. */
  | { readonly status: 'out'; readonly refusal?: Refusal }

export interface Credentials {
  readonly username: string
  readonly password: string
  /** Of the authenticator app, or a recovery code: when a first answer was `second_factor_needed`. */
  readonly code?: string
}

export interface NewAccount {
  readonly username: string
  readonly password: string
  readonly nickname?: string
  /** The code of an invitation, where one is needed. */
  readonly invitation?: string
  /** Why, where an administrator decides. */
  readonly note?: string
}

interface SessionEvents {
  state: SessionState
  /** A fresh token is here: an open socket wants it. */
  token: string
}

/** A token is renewed this long before its end. */
const EARLY_MS = 60_000
const RETRY_MS = 5_000

/**
 * Who is logged in, and a token that is always fresh. The access token lives in this object only; a browser's refresh
 * token lives in an HttpOnly cookie that no script can read, other clients keep theirs in the store.
 */
export class Session implements Tokens {
  readonly events = new Emitter<SessionEvents>()
  private now: SessionState = { status: 'unknown' }
  private granted: Granted | undefined
  private refreshing: Promise<string | undefined> | undefined
  private cancelTimer: () => void = () => {}

  constructor(
    private readonly http: Http,
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly tabs: Tabs,
    private readonly cookie: boolean,
  ) {
    this.tabs.onWord((word) => {
      if (word === 'signed-out' && this.now.status === 'in') this.end()
    })
  }

  get state(): SessionState {
    return this.now
  }

  /** Stays the same for one browser profile or installation, whoever logs in. */
  async deviceId(): Promise<string> {
    const known = await this.store.get('device')
    if (known) return known
    const made = crypto.randomUUID()
    await this.store.set('device', made)
    return made
  }

  /** Who may come in here. */
  door(): Promise<DoorView> {
    return this.http.ask('GET', '/auth/registration')
  }

  /** `waiting`: an administrator decides first. */
  register(account: NewAccount): Promise<'in' | 'waiting'> {
    return this.open('/auth/register', { ...account })
  }

  async logIn(credentials: Credentials): Promise<void> {
    await this.open('/auth/login', { ...credentials })
  }

  /** Another password, by what a one-time link holds. */
  resetPassword(token: string, password: string): Promise<void> {
    return this.http.ask('POST', '/auth/password/reset', { body: { token, password } })
  }

  /**
   * Picks up the session of an earlier visit. Ends as 'in' or 'out', also when nobody answers: then it keeps trying.
   * `isNew`: the cookie was just given by another way than this object's, as after a log-in with GitHub.
   */
  async restore(isNew = false): Promise<void> {
    if (!isNew && !(await this.store.get('session'))) return this.move({ status: 'out' })
    await this.renew()
  }

  async logOut(): Promise<void> {
    const refreshToken = await this.store.get('refresh')
    const token = this.granted?.accessToken
    const headers = { ...this.asked(), ...(token ? { Authorization: `Bearer ${token}` } : {}) }
    // Nobody answering must not keep a person logged in on this machine.
    await this.http.ask('POST', '/auth/logout', { headers, body: refreshToken ? { refreshToken } : {} }).catch(() => {})
    await this.forget()
    this.tabs.tell('signed-out')
    this.end()
  }

  async current(): Promise<string | undefined> {
    const granted = this.granted
    if (granted && Date.parse(granted.expiresAt) - this.clock.now() > RETRY_MS) return granted.accessToken
    return this.now.status === 'out' ? undefined : this.renew()
  }

  async renewed(refused: string): Promise<string | undefined> {
    const token = this.granted?.accessToken
    return token && token !== refused ? token : this.renew()
  }

  /** One refresh at a time, in this tab and among the tabs. Undefined when the server refuses or nobody answers. */
  renew(): Promise<string | undefined> {
    this.refreshing ??= this.tabs.alone('refresh', () => this.refresh()).finally(() => (this.refreshing = undefined))
    return this.refreshing
  }

  private async refresh(): Promise<string | undefined> {
    try {
      const refreshToken = this.cookie ? undefined : await this.store.get('refresh')
      const body = refreshToken ? { refreshToken } : {}
      const granted = await this.http.ask<Granted>('POST', '/auth/refresh', { headers: this.asked(), body })
      await this.accept(granted)
      return granted.accessToken
    } catch (problem) {
      const final = problem instanceof Refusal && (problem.status === 401 || problem.status === 403)
      if (final) {
        await this.forget()
        // Whoever was not in has lost nothing, but must hear that he is banned.
        this.end(this.now.status === 'in' || problem.status === 403 ? problem : undefined)
      } else {
        this.arm(RETRY_MS)
      }
      return undefined
    }
  }

  private async open(path: string, credentials: object): Promise<'in' | 'waiting'> {
    const deviceId = await this.deviceId()
    const body = { ...credentials, deviceId, deviceName: deviceName() }
    const idempotencyKey = crypto.randomUUID()
    const answer = await this.http.ask<Granted | { waiting: true }>('POST', path, { headers: this.asked(), body, idempotencyKey })
    if ('waiting' in answer) return 'waiting'
    await this.accept(answer)
    return 'in'
  }

  private async accept(granted: Granted): Promise<void> {
    const before = this.now
    // Somebody else logged in from another tab and the cookie is theirs now: what this tab shows is no longer ours.
    if (before.status === 'in' && before.userId !== granted.userId) this.end()
    this.granted = granted
    await this.store.set('session', granted.userId)
    if (granted.refreshToken) await this.store.set('refresh', granted.refreshToken)
    this.arm(Math.max(RETRY_MS, Date.parse(granted.expiresAt) - this.clock.now() - EARLY_MS))
    if (this.now.status !== 'in') this.move({ status: 'in', userId: granted.userId })
    this.events.emit('token', granted.accessToken)
  }

  private asked(): Record<string, string> {
    return this.cookie ? { 'Sparrow-Refresh': 'cookie' } : {}
  }

  private arm(ms: number): void {
    this.cancelTimer()
    this.cancelTimer = this.clock.after(ms, () => void this.renew())
  }

  private async forget(): Promise<void> {
    await this.store.set('session', undefined)
    await this.store.set('refresh', undefined)
  }

  private end(refusal?: Refusal): void {
    this.cancelTimer()
    this.granted = undefined
    this.move(refusal === undefined ? { status: 'out' } : { status: 'out', refusal })
  }

  private move(state: SessionState): void {
    this.now = state
    this.events.emit('state', state)
  }
}

function deviceName(): string {
  const agent = typeof navigator === 'undefined' ? 'node' : navigator.userAgent
  const browser = /(Edg|Firefox|Chrome|Safari)\//.exec(agent)?.[1] ?? 'Browser'
  const system = /(Windows|Macintosh|Android|iPhone|iPad|Linux)/.exec(agent)?.[1] ?? ''
  return `${browser === 'Edg' ? 'Edge' : browser}${system ? ` · ${system}` : ''}`
}

import { Emitter } from '../events/emitter.ts'
import type { Tokens } from '../http/http.ts'
import type { Clock, Random } from '../time/clock.ts'
import { decode, type ClientFrame, type ServerFrame, type WelcomeFrame } from '../wire/frames.ts'
import { afterClose } from './closing.ts'
import type { Channel, Transport } from './transport.ts'

export type ConnectionState =
  | { readonly status: 'stopped' }
  | { readonly status: 'connecting'; readonly attempt: number }
  | { readonly status: 'online' }
  | { readonly status: 'waiting'; readonly attempt: number; readonly retryAt: number }

interface ConnectionEvents {
  state: ConnectionState
  frame: ServerFrame
  welcome: WelcomeFrame
  lost: void
}

/** A welcome that does not come, and a probe that is not answered, end the socket after this long. */
const WELCOME_MS = 15_000
const PROBE_MS = 4_000
/** A socket that said nothing for so long is asked whether it lives: browsers hide pings from pages. */
const SILENCE_MS = 45_000

/**
 * One socket at a time, for ever: stopped → connecting → online → waiting → connecting …
 * It says hello, passes frames on and comes back by itself; it knows no message.
 */
export class Connection {
  readonly events = new Emitter<ConnectionEvents>()
  private now: ConnectionState = { status: 'stopped' }
  private channel: Channel | undefined
  private attempt = 0
  private askedMs: number | undefined
  private refused: string | undefined
  private heardAt = 0
  private cancelWait: () => void = () => {}
  private cancelWatch: () => void = () => {}

  constructor(
    private readonly transport: Transport,
    private readonly tokens: Tokens,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly hello: (token: string) => Promise<readonly ClientFrame[]>,
    private readonly probe: () => ClientFrame,
  ) {}

  get state(): ConnectionState {
    return this.now
  }

  start(): void {
    if (this.now.status === 'stopped') void this.connect()
  }

  stop(): void {
    this.move({ status: 'stopped' })
    this.hangUp()
  }

  /** The person or the network says that it is worth trying at once. */
  tryNow(): void {
    if (this.now.status === 'waiting') void this.connect()
    else if (this.now.status === 'online') this.check()
  }

  /** Asks a socket that looks open whether it is; if nothing comes back within `ms` it is dropped. */
  check(ms = PROBE_MS): void {
    if (this.now.status !== 'online') return
    const asked = this.clock.now()
    this.send(this.probe())
    this.cancelWatch()
    this.cancelWatch = this.clock.after(ms, () => {
      if (this.heardAt >= asked) this.watch()
      else this.drop(1006)
    })
  }

  /** Sends if there is a welcome; false means that nothing left. */
  send(frame: ClientFrame): boolean {
    if (this.now.status !== 'online' || !this.channel) return false
    this.channel.send(JSON.stringify(frame))
    return true
  }

  private async connect(): Promise<void> {
    this.cancelWait()
    this.move({ status: 'connecting', attempt: this.attempt })
    const refused = this.refused
    this.refused = undefined
    const token = refused ? await this.tokens.renewed(refused) : await this.tokens.current()
    if (this.now.status !== 'connecting') return
    if (!token) return this.wait(0)
    const frames = await this.hello(token)
    if (this.now.status !== 'connecting') return
    this.open(token, frames)
  }

  private open(token: string, hello: readonly ClientFrame[]): void {
    const channel: Channel = this.transport.open({
      opened: () => {
        if (this.channel === channel) for (const frame of hello) channel.send(JSON.stringify(frame))
      },
      frame: (text) => {
        if (this.channel === channel) this.hear(text)
      },
      closed: (code) => {
        if (this.channel === channel) this.closed(code, token)
      },
    })
    this.channel = channel
    this.cancelWatch = this.clock.after(WELCOME_MS, () => this.drop(4408))
  }

  private hear(text: string): void {
    this.heardAt = this.clock.now()
    const frame = decode(text)
    if (!frame) return
    if (frame.t === 'bye') this.askedMs = frame.reconnectAfterMs
    if (frame.t !== 'welcome') return this.events.emit('frame', frame)
    this.attempt = 0
    this.askedMs = undefined
    this.watch()
    this.move({ status: 'online' })
    this.events.emit('welcome', frame)
  }

  /** Our own end of a socket that the other side may not even know to be over. */
  private drop(code: number): void {
    const channel = this.channel
    this.closed(code, undefined)
    channel?.close()
  }

  private closed(code: number, token: string | undefined): void {
    this.channel = undefined
    this.cancelWatch()
    if (this.now.status === 'stopped') return
    const next = afterClose(code, this.attempt, this.askedMs, this.random)
    this.refused = next.freshToken ? token : undefined
    this.events.emit('lost', undefined)
    this.wait(next.delayMs)
  }

  private wait(delayMs: number): void {
    const ms = delayMs || afterClose(1006, this.attempt, undefined, this.random).delayMs
    this.attempt += 1
    this.move({ status: 'waiting', attempt: this.attempt, retryAt: this.clock.now() + ms })
    this.cancelWait = this.clock.after(ms, () => void this.connect())
  }

  private watch(): void {
    this.cancelWatch()
    const quiet = this.clock.now() - this.heardAt
    this.cancelWatch = this.clock.after(Math.max(1_000, SILENCE_MS - quiet), () => {
      if (this.clock.now() - this.heardAt >= SILENCE_MS) this.check()
      else this.watch()
    })
  }

  private hangUp(): void {
    this.cancelWait()
    this.cancelWatch()
    const channel = this.channel
    this.channel = undefined
    channel?.close()
  }

  private move(state: ConnectionState): void {
    this.now = state
    this.events.emit('state', state)
  }
}

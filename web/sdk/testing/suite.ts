import { OnlyTab } from '../src/session/tabs.ts'
import { Sparrow } from '../src/sparrow.ts'
import { MemoryStore } from '../src/store/memory.ts'
import type { Store } from '../src/store/store.ts'
import type { Id } from '../src/wire/message.ts'
import type { Account } from '../src/account/account.ts'
import { ManualClock } from './clock.ts'
import { FakeGateway } from './gateway.ts'
import { seeded } from './random.ts'
import { World, type Room } from './world.ts'

/** One person at one device. */
export interface Device {
  readonly sparrow: Sparrow
  readonly account: Account
  readonly store: Store
  /** The texts shown in a conversation, the pending ones in brackets. */
  texts(room: Room): string[]
  unread(room: Room): number | undefined
}

/** A world, its gateway and people who log in, on a clock that stands still. */
export class Suite {
  readonly clock = new ManualClock()
  readonly world = new World(() => this.clock.now())
  readonly gateway: FakeGateway

  constructor(seed = 1) {
    this.gateway = new FakeGateway(this.world, this.clock, seeded(seed))
  }

  pass(ms: number): Promise<void> {
    return this.clock.advance(ms)
  }

  /** What was asked for, once the time has passed that it needs. */
  async done<T>(asked: Promise<T>): Promise<T> {
    const settled = asked.then((value) => ({ value }), (fault: unknown) => ({ fault }))
    await this.pass(200)
    const answer = await settled
    if ('fault' in answer) throw answer.fault
    return answer.value
  }

  async logIn(username: string, store: Store = new MemoryStore(), seed = 7): Promise<Device> {
    const { transport, fetch } = this.gateway.browser()
    const parts = { origin: 'http://fake', fetch, transport, store, clock: this.clock, random: seeded(seed), tabs: new OnlyTab(), cookie: true }
    const sparrow = new Sparrow(parts)
    void sparrow.logIn({ username, password: 'password' })
    await this.pass(200)
    const account = sparrow.account
    if (!account) throw new Error(`${username} is not logged in`)
    return {
      sparrow,
      account,
      store,
      texts(room) {
        const view = account.messages.view(room.id)
        const shown = view.items.map((item) => (item.recalled ? '∅' : wording(item.body)))
        return [...shown, ...view.pending.map((entry) => `(${wording(entry.body)})`)]
      },
      unread: (room) => account.conversations.get(room.id)?.unread,
    }
  }

  /** Opens a conversation on a device and waits for its first page. */
  async open(device: Device, room: Room): Promise<void> {
    void device.account.messages.open(room.id)
    await this.pass(50)
  }

  /** Something said by nobody who has a device here. */
  says(room: Room, by: Id, text: string): void {
    const item = this.world.append(room, by, 'text', { text })
    this.gateway.tell([{ to: 'room', room: room.id, frame: { t: 'message', ...item } }])
  }
}

function wording(body: object | undefined): string {
  return String((body as { text?: unknown } | undefined)?.text ?? '·')
}

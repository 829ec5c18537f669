import { describe, expect, test } from 'vitest'
import { item } from '../../testing/given.ts'
import { Dice, seeded, seeds } from '../../testing/random.ts'
import type { Interval, MessageItem, MessagePage } from '../wire/message.ts'
import { Timeline } from './timeline.ts'

/** What a device does with frames and pages: the timeline, or the careless one that must be caught. */
interface Reader {
  message(one: MessageItem): void
  change(changeSeq: number, one: MessageItem): void
  pull(server: Server): void
  shown(): readonly MessageItem[]
}

/** The truth: a log with changes, of which the reader sees some intervals. */
class Server {
  readonly log: MessageItem[] = []
  changes = 0
  readonly visible: [number, number?][] = [[1]]

  append(): MessageItem {
    const made = item(this.log.length + 1)
    this.log.push(made)
    return made
  }

  recall(seq: number): MessageItem {
    this.changes += 1
    const stone = item(seq, { body: {}, changeSeq: this.changes, recalled: { by: '2', at: '' } })
    this.log[seq - 1] = stone
    return stone
  }

  sees(seq: number): boolean {
    return this.visible.some(([from, to]) => seq >= from && seq <= (to ?? Infinity))
  }

  seen(): MessageItem[] {
    return this.log.filter((one) => this.sees(one.seq))
  }

  /** As the real one: cut first, then leave out what is not visible, so a page may hold little or nothing and go on. */
  changesAfter(after: number, limit: number): MessagePage {
    const all = this.log.filter((one) => (one.changeSeq ?? 0) > after).sort((a, b) => (a.changeSeq ?? 0) - (b.changeSeq ?? 0))
    const cut = all.slice(0, limit)
    const { visible, head, headChange } = this.page([], limit)
    const more = all.length > limit ? { next: String(cut.at(-1)?.changeSeq) } : {}
    return { items: cut.filter((one) => this.sees(one.seq)), visible: visible ?? [], head, headChange, ...more }
  }

  page(items: MessageItem[], limit: number): MessagePage {
    const visible = this.visible.map(([from, to]): Interval => (to === undefined ? [from] : [from, to]))
    const facts = { visible, head: this.seen().at(-1)?.seq ?? 0, headChange: this.changes }
    const last = items[limit - 1]
    return { items: items.slice(0, limit), ...facts, ...(items.length > limit && last ? { next: String(last.seq) } : {}) }
  }
}

class Careful implements Reader {
  private readonly timeline = new Timeline()

  constructor(server: Server) {
    this.timeline.opened(server.page([...server.seen()].reverse(), 20))
  }

  message(one: MessageItem): void {
    this.timeline.message(one)
  }

  change(changeSeq: number, one: MessageItem): void {
    this.timeline.change(changeSeq, one)
  }

  pull(server: Server): void {
    this.timeline.head(server.seen().at(-1)?.seq ?? 0, server.changes)
    for (let turn = 0; turn < 50; turn += 1) {
      const [want] = this.timeline.wants()
      if (!want) return
      const after = want.after
      const items = server.seen()
      if (want.kind === 'changes') this.timeline.changes(server.changesAfter(after, 7), after, this.timeline.heard[1])
      else this.timeline.newer(server.page(items.filter((one) => one.seq > after), 7), after)
    }
    throw new Error('the timeline never has enough')
  }

  shown(): readonly MessageItem[] {
    return this.timeline.items
  }
}

/** Believes the wire: appends what comes. */
class Careless implements Reader {
  private readonly items: MessageItem[]

  constructor(server: Server) {
    this.items = server.seen().slice(-20)
  }

  message(one: MessageItem): void {
    this.items.push(one)
  }

  change(_changeSeq: number, one: MessageItem): void {
    const at = this.items.findIndex((known) => known.seq === one.seq)
    if (at >= 0) this.items[at] = one
  }

  pull(): void {}

  shown(): readonly MessageItem[] {
    return this.items
  }
}

/** Runs a conversation over a wire that repeats, loses and reorders. Answers what is wrong at the end, or on the way. */
function run(seed: number, reader: (server: Server) => Reader): string[] {
  const dice = new Dice(seeded(seed))
  const server = new Server()
  for (let made = dice.below(40); made > 0; made -= 1) server.append()
  const device = reader(server)
  const first = device.shown()[0]?.seq ?? server.log.length + 1
  const wrong: string[] = []
  let wire: (() => void)[] = []
  for (let step = 0; step < 300; step += 1) {
    const isMember = server.visible.at(-1)?.length === 1
    const roll = dice.below(100)
    if (roll < 60) {
      const made = server.append()
      if (isMember) wire.push(() => device.message(made))
    } else if (roll < 75 && server.log.length > 0) {
      const seq = 1 + dice.below(server.log.length)
      if (server.sees(seq) && !server.log[seq - 1]?.recalled) {
        const stone = server.recall(seq)
        const number = server.changes
        wire.push(() => device.change(number, stone))
      }
    } else if (roll < 78 && server.log.length > 0) {
      const last = server.visible.at(-1)
      if (last && isMember) last.push(Math.max(last[0], server.log.length))
      else server.visible.push([server.log.length + 1])
    } else {
      for (const frame of dice.chance(0.3) ? dice.shuffled(wire) : wire) {
        if (dice.chance(0.2)) continue
        frame()
        if (dice.chance(0.2)) frame()
      }
      wire = wire.filter(() => dice.chance(0.1))
      if (dice.chance(0.3)) device.pull(server)
    }
    const seqs = device.shown().map((one) => one.seq)
    if (seqs.some((seq, at) => at > 0 && seq <= (seqs[at - 1] ?? 0))) wrong.push(`step ${step}: out of order or twice`)
    if (seqs.some((seq) => !server.sees(seq))) wrong.push(`step ${step}: shows what is not visible`)
  }
  device.pull(server)
  const truth = server.seen().filter((one) => one.seq >= first)
  if (JSON.stringify(device.shown()) !== JSON.stringify(truth)) wrong.push('the end differs from the log')
  return wrong
}

describe('over a wire that repeats, loses and reorders', () => {
  test('every visible message is shown once, in order, in its newest state, whatever the seed', () => {
    const wrong = seeds(300).flatMap((seed) => run(seed, (server) => new Careful(server)).map((what) => `SEED=${seed}: ${what}`))
    expect(wrong).toEqual([])
  })

  test('the control: a reader that believes the wire is caught by nearly every seed', () => {
    const caught = seeds(50).filter((seed) => run(seed, (server) => new Careless(server)).length > 0)
    expect(caught.length).toBeGreaterThan(seeds(50).length * 0.9)
  })
})

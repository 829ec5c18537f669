import { describe, expect, test } from 'vitest'
import { pending } from '../../testing/given.ts'
import { Dice, seeded, seeds } from '../../testing/random.ts'
import { Outbox, type Due } from './outbox.ts'

/** A log that follows the writer's rules: the first outcome of an id counts, and nothing passes an unanswered `after`. */
class Log {
  readonly stored: string[] = []

  constructor(private readonly keepsIds: boolean) {}

  take(due: Due): 'stored' | 'out_of_order' {
    const id = due.entry.clientMsgId
    if (this.keepsIds && this.stored.includes(id)) return 'stored'
    if (due.after && !this.stored.includes(due.after)) return 'out_of_order'
    this.stored.push(id)
    return 'stored'
  }
}

type Send = (due: Due) => Due

/** Sends 40 messages over sockets that die with frames and answers on the way. Answers what the log holds at the end. */
function run(seed: number, log: Log, send: Send): { stored: readonly string[]; left: number } {
  const dice = new Dice(seeded(seed))
  const outbox = new Outbox(dice.random)
  let toServer: Due[] = []
  let toClient: (() => void)[] = []
  let now = 0
  let made = 0
  let stormy = true
  outbox.connected()
  for (let step = 0; step < 4_000; step += 1) {
    now += dice.below(500)
    stormy = step < 1_500
    if (made < 40 && dice.chance(0.1)) outbox.add(pending(`m${(made += 1)}`, made, { madeAt: now }), now)
    for (const due of outbox.due(now)) toServer.push(send(due))
    if (stormy && dice.chance(0.02)) {
      outbox.disconnected()
      // What was on the way may have arrived or not; no answer of the old socket is ever heard.
      for (const due of toServer.slice(0, dice.below(toServer.length + 1))) log.take(due)
      toServer = []
      toClient = []
      outbox.connected()
    }
    const frames = stormy ? toServer.splice(0, dice.below(toServer.length + 1)) : toServer.splice(0)
    for (const due of frames) {
      // The broker or the writer refuses for now: nothing is known of the message.
      if (stormy && dice.chance(0.15)) toClient.push(() => void outbox.refused(due.entry.clientMsgId, { code: 'unavailable', retryable: true }, now))
      else if (log.take(due) === 'stored') toClient.push(() => void outbox.acknowledged('7', due.entry.clientMsgId))
      else toClient.push(() => void outbox.refused(due.entry.clientMsgId, { code: 'out_of_order', retryable: true }, now))
    }
    for (const answer of toClient.splice(0, stormy ? dice.below(toClient.length + 1) : toClient.length)) {
      if (stormy && dice.chance(0.1)) continue
      answer()
      if (dice.chance(0.1)) answer()
    }
  }
  return { stored: log.stored, left: outbox.entries('7').length }
}

const inOrder = Array.from({ length: 40 }, (_, at) => `m${at + 1}`)
const asItIs: Send = (due) => due
const withoutAfter: Send = ({ entry }) => ({ entry })

describe('over sockets that die with frames and answers on the way', () => {
  test('each message is stored once, in order, and the outbox is empty in the end, whatever the seed', () => {
    const wrong = seeds(60).filter((seed) => {
      const { stored, left } = run(seed, new Log(true), asItIs)
      return left > 0 || JSON.stringify(stored) !== JSON.stringify(inOrder)
    })
    expect(wrong, 'failing seeds').toEqual([])
  })

  test('the control: without `after` the order is lost', () => {
    const caught = seeds(20).filter((seed) => JSON.stringify(run(seed, new Log(true), withoutAfter).stored) !== JSON.stringify(inOrder))
    expect(caught.length).toBeGreaterThan(0)
  })

  test('the control: a server that forgets ids stores twice', () => {
    const caught = seeds(20).filter((seed) => new Set(run(seed, new Log(false), asItIs).stored).size < run(seed, new Log(false), asItIs).stored.length)
    expect(caught.length).toBeGreaterThan(0)
  })
})

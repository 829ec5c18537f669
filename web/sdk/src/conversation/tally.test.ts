import { describe, expect, test } from 'vitest'
import { Dice, seeded, seeds } from '../../testing/random.ts'
import { counted, heard, shown, unreadOf, type Count, type Tally } from './tally.ts'

const none: Count = () => undefined
const server = (head: number, readSeq: number, unread: number) => counted({ head, readSeq, unread }, undefined)

test('what the server counted is what is shown', () => {
  expect(unreadOf(server(10, 4, 5))).toBe(5)
})

test('each countable message adds one, a repeat and a note of the server add none', () => {
  let tally = server(10, 10, 0)
  tally = heard(tally, 11, true)
  tally = heard(tally, 11, true)
  tally = heard(tally, 12, false)
  tally = heard(tally, 13, true)
  expect(unreadOf(tally)).toBe(2)
})

test('reading to the end leaves nothing, and reading back changes nothing', () => {
  let tally = heard(server(10, 4, 5), 11, true)
  tally = shown(tally, 11)
  expect(unreadOf(tally)).toBe(0)
  expect(unreadOf(shown(tally, 3))).toBe(0)
})

test('reading among what was heard live is counted without asking', () => {
  let tally = server(10, 10, 0)
  for (const seq of [11, 12, 13]) tally = heard(tally, seq, true)
  tally = shown(tally, 12)
  expect([unreadOf(tally), tally.stale]).toEqual([1, false])
})

test('reading among older messages is counted from the loaded timeline', () => {
  const tally = shown(server(10, 4, 5), 7, (from, to) => (from === 7 && to === 10 ? 2 : undefined))
  expect([unreadOf(tally), tally.stale]).toEqual([2, false])
})

test('reading among older messages that are not loaded asks the server', () => {
  expect(shown(server(10, 4, 5), 7, none).stale).toBe(true)
})

test('a hole asks the server', () => {
  expect(heard(server(10, 10, 0), 12, true).stale).toBe(true)
})

test('an answer that is older than what was heard keeps what came after it', () => {
  let tally = server(10, 10, 0)
  tally = heard(heard(tally, 11, true), 12, true)
  tally = counted({ head: 11, readSeq: 10, unread: 1 }, tally)
  expect(unreadOf(tally)).toBe(2)
})

test('an answer that does not know my newest mark yet does not bring the number back', () => {
  const tally = shown(server(10, 4, 5), 10)
  expect(unreadOf(counted({ head: 10, readSeq: 4, unread: 5 }, tally))).toBe(0)
})

/** One conversation in the truth: what is countable, and how far was read. */
function run(seed: number, listen: (tally: Tally, seq: number, countable: boolean) => Tally): string[] {
  const dice = new Dice(seeded(seed))
  const log: boolean[] = []
  let read = 0
  const truth = (head: number, from: number) => log.slice(from, head).filter(Boolean).length
  let tally = server(0, 0, 0)
  const wrong: string[] = []
  for (let step = 0; step < 200; step += 1) {
    const roll = dice.below(100)
    if (roll < 60) {
      log.push(dice.chance(0.7))
      if (dice.chance(0.9)) tally = listen(tally, log.length, log.at(-1) === true)
      if (dice.chance(0.2)) tally = listen(tally, log.length, log.at(-1) === true)
    } else if (roll < 80) {
      read = Math.max(read, dice.below(tally.head + 1))
      tally = shown(tally, read, dice.chance(0.5) ? (from, to) => truth(to, from) : none)
    } else {
      // An answer, perhaps from before the last messages or before the last mark.
      const head = log.length - dice.below(Math.min(3, log.length + 1))
      const known = dice.chance(0.5) ? read : Math.max(0, read - dice.below(3))
      tally = counted({ head, readSeq: Math.min(known, head), unread: truth(head, Math.min(known, head)) }, tally)
    }
    const sure = !tally.stale && tally.head === log.length
    if (sure && unreadOf(tally) !== truth(log.length, read)) wrong.push(`SEED=${seed} step ${step}: ${unreadOf(tally)}, not ${truth(log.length, read)}`)
  }
  tally = counted({ head: log.length, readSeq: read, unread: truth(log.length, read) }, tally)
  if (unreadOf(tally) !== truth(log.length, read)) wrong.push(`SEED=${seed}: the end`)
  return wrong
}

describe('among lost, repeated and late news', () => {
  test('the number is exact whenever it is not in doubt, whatever the seed', () => {
    expect(seeds(300).flatMap((seed) => run(seed, heard))).toEqual([])
  })

  test('the control: a counter that is simply raised drifts', () => {
    const raised = (tally: Tally, seq: number, countable: boolean): Tally => ({
      ...tally,
      head: Math.max(tally.head, seq),
      tail: countable ? [...tally.tail, seq] : tally.tail,
    })
    const caught = seeds(50).filter((seed) => run(seed, raised).length > 0)
    expect(caught.length).toBeGreaterThan(seeds(50).length * 0.9)
  })
})

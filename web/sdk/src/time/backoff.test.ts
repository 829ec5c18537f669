import { expect, test } from 'vitest'
import { fullJitter, reconnecting, resending } from './backoff.ts'

test.each([
  { attempt: 0, chance: 0, waits: 50 },
  { attempt: 0, chance: 0.999999, waits: 499 },
  { attempt: 1, chance: 0.5, waits: 337 },
  { attempt: 4, chance: 0.5, waits: 635 },
  { attempt: 6, chance: 0.999999, waits: 1_907 },
  { attempt: 18, chance: 0.999999, waits: 27_755 },
  { attempt: 19, chance: 0.999999, waits: 29_999 },
  { attempt: 1_000, chance: 0.999999, waits: 29_999 },
])('reconnect attempt $attempt with chance $chance waits $waits ms', ({ attempt, chance, waits }) => {
  expect(fullJitter(attempt, reconnecting, () => chance)).toBe(waits)
})

test.each([
  { round: 0, upTo: 10_000 },
  { round: 1, upTo: 20_000 },
  { round: 2, upTo: 40_000 },
  { round: 3, upTo: 60_000 },
  { round: 9, upTo: 60_000 },
])('the repeat of round $round comes within $upTo ms and after one second', ({ round, upTo }) => {
  expect(fullJitter(round, resending, () => 0)).toBe(1_000)
  expect(fullJitter(round, resending, () => 0.9999999)).toBe(upTo - 1)
})

import type { Random } from './clock.ts'

/** How long to wait before trying again: anything from `floor` to `base`, doubling with each attempt up to `cap`. Milliseconds. */
export interface Backoff {
  readonly floor: number
  readonly base: number
  readonly cap: number
}

/** Reconnecting: a restart of one gateway must not bring all its clients back in the same second. */
export const reconnecting: Backoff = { floor: 50, base: 500, cap: 30_000 }

/** After the server said that we flood it. */
export const calming: Backoff = { floor: 2_000, base: 10_000, cap: 60_000 }

/** Sends without an answer. */
export const resending: Backoff = { floor: 1_000, base: 10_000, cap: 60_000 }

/** Sends the server asked to repeat without saying when. */
export const repeating: Backoff = { floor: 100, base: 500, cap: 10_000 }

/** Full jitter: evenly spread over the whole span, so that many clients never march in step. `attempt` counts from 0. */
export function fullJitter(attempt: number, backoff: Backoff, random: Random): number {
  const span = Math.min(backoff.cap, backoff.base * 2 ** Math.min(attempt, 30))
  return backoff.floor + Math.floor(random() * (span - backoff.floor))
}

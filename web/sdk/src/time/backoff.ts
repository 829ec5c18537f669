import type { Random } from './clock.ts'

/** How long to wait before trying again: anything from `floor` to `base`, `growth` times that with each attempt, up to `cap`. Milliseconds. */
export interface Backoff {
  readonly floor: number
  readonly base: number
  readonly growth: number
  readonly cap: number
}

/**
 * Reconnecting: a restart of one gateway must not bring all its clients back in the same second, nor keep anybody away for
 * longer than the restart itself took. With this growth nobody who was away for 3 s waits for 2 s more, and the cap is
 * reached after a minute; doubling would have some wait for 8 s.
 */
export const reconnecting: Backoff = { floor: 50, base: 500, growth: 1.25, cap: 30_000 }

/** After the server said that we flood it. */
export const calming: Backoff = { floor: 2_000, base: 10_000, growth: 2, cap: 60_000 }

/** Sends without an answer. */
export const resending: Backoff = { floor: 1_000, base: 10_000, growth: 2, cap: 60_000 }

/** Sends the server asked to repeat without saying when. */
export const repeating: Backoff = { floor: 100, base: 500, growth: 2, cap: 10_000 }

/** Full jitter: evenly spread over the whole span, so that many clients never march in step. `attempt` counts from 0. */
export function fullJitter(attempt: number, backoff: Backoff, random: Random): number {
  const span = Math.min(backoff.cap, backoff.base * backoff.growth ** Math.min(attempt, 30))
  return backoff.floor + Math.floor(random() * (span - backoff.floor))
}

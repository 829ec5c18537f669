import { calming, fullJitter, reconnecting } from '../time/backoff.ts'
import type { Random } from '../time/clock.ts'

/** What to do once a socket is closed. */
export interface Next {
  readonly delayMs: number
  /** Ask for a fresh token first: the old one was the reason. */
  readonly freshToken: boolean
}

/** How a close is answered. `attempt` counts failures since the last welcome; `askedMs` is what the server's bye said. */
export function afterClose(code: number, attempt: number, askedMs: number | undefined, random: Random): Next {
  const delayMs = fullJitter(attempt, reconnecting, random)
  switch (code) {
    case 1012:
      return { delayMs: attempt === 0 ? (askedMs ?? delayMs) : delayMs, freshToken: false }
    case 4401:
      return { delayMs, freshToken: true }
    case 4403:
      // Banned or revoked: the refresh says which, and ends the session if it is so.
      return { delayMs, freshToken: true }
    case 4409:
      // Too slow a reader: what was dropped is pulled after the next welcome, as after any loss.
      return { delayMs: Math.max(delayMs, askedMs ?? 0), freshToken: false }
    case 4400:
    case 4429:
      return { delayMs: Math.max(fullJitter(attempt, calming, random), askedMs ?? 0), freshToken: false }
    default:
      return { delayMs: attempt === 0 && askedMs !== undefined ? askedMs : delayMs, freshToken: false }
  }
}

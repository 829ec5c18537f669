import type { Random } from '../src/time/clock.ts'

/** The same numbers for the same seed, for ever: a run that failed is run again by its seed. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Choices made from one source of chance. */
export class Dice {
  constructor(readonly random: Random) {}

  /** From 0 to n - 1. */
  below(n: number): number {
    return Math.floor(this.random() * n)
  }

  chance(p: number): boolean {
    return this.random() < p
  }

  pick<T>(from: readonly T[]): T {
    const one = from[this.below(from.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }

  shuffled<T>(from: readonly T[]): T[] {
    const out = [...from]
    for (let at = out.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1)
      ;[out[at], out[other]] = [out[other] as T, out[at] as T]
    }
    return out
  }
}

/** Seeds to run: one by `SEED=n`, else the given number from 1. */
export function seeds(count: number): number[] {
  const one = (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env['SEED']
  return one ? [Number(one)] : Array.from({ length: count }, (_, at) => at + 1)
}

import type { Interval } from '../wire/message.ts'

/** The intervals of a page, ascending; a page that names none leaves everything visible. */
export type Visible = readonly Interval[]

export function isVisible(seq: number, visible: Visible | undefined): boolean {
  if (!visible) return true
  return visible.some(([from, to]) => seq >= from && (to === undefined || to === null || seq <= to))
}

/** The first number after `seq` that I may see; undefined when there is none. */
export function nextVisible(seq: number, visible: Visible | undefined): number | undefined {
  if (!visible) return seq + 1
  let best: number | undefined
  for (const [from, to] of visible) {
    const open = to === undefined || to === null || seq < to
    const candidate = Math.max(from, seq + 1)
    if (open && (best === undefined || candidate < best)) best = candidate
  }
  return best
}

/**
 * How far everything is accounted for: walks from `from` up to `limit`, past numbers that are `known` and past those
 * outside what is visible (no holes, nothing to fetch), and stops before the first that is missing.
 */
export function covered(from: number, limit: number, known: (seq: number) => boolean, visible: Visible | undefined): number {
  let top = from
  while (top < limit) {
    const next = nextVisible(top, visible)
    if (next === undefined || next > limit) return limit
    if (!known(next)) return next - 1
    top = next
  }
  return top
}

/**
 * The unread number, exact: what the server counted up to its head, and the countable messages heard since, each by
 * its seq. It is never a counter that is raised and can drift: whatever happens it can be worked out again.
 */
export interface Tally {
  /** Everything up to here was shown to me, on this device or another. Only moves forward. */
  readonly read: number
  /** The newest seq that is counted here. */
  readonly head: number
  /** The server's head when it counted `below`. */
  readonly floor: number
  /** Countable messages in (read, floor]. */
  readonly below: number
  /** Countable messages above the floor and above `read`, ascending. */
  readonly tail: readonly number[]
  /** The highest seq that was never heard of itself: only an answer that includes it makes the number sure again. */
  readonly missing: number
  /** Something happened that only the server can count: ask it again. */
  readonly stale: boolean
}

export interface Counted {
  readonly head: number
  readonly readSeq: number
  readonly unread: number
}

/** Counts countable messages in (from, to], or says undefined where not all of them are here. */
export type Count = (from: number, to: number) => number | undefined

const unknown: Count = () => undefined

export function unreadOf(tally: Tally): number {
  return tally.below + tally.tail.length
}

/** What the server says, joined with what was heard and shown here meanwhile. */
export function counted(server: Counted, here: Tally | undefined, count: Count = unknown): Tally {
  const fresh: Tally = {
    read: server.readSeq,
    head: server.head,
    floor: server.head,
    below: server.readSeq >= server.head ? 0 : server.unread,
    tail: [],
    missing: 0,
    stale: false,
  }
  if (!here) return fresh
  // An answer from before what is known here can't replace it; its mark may still be news.
  if (server.head < here.floor) return shown(here, server.readSeq, count)
  const joined: Tally = {
    ...fresh,
    head: Math.max(server.head, here.head),
    tail: here.tail.filter((seq) => seq > server.head && seq > server.readSeq),
    missing: here.missing > server.head ? here.missing : 0,
    stale: here.missing > server.head,
  }
  return shown(joined, here.read, count)
}

/** A message arrived. A repeat changes nothing; a hole makes the tally ask. */
export function heard(tally: Tally, seq: number, countable: boolean): Tally {
  if (seq <= tally.head) return tally
  const isHole = seq > tally.head + 1
  return {
    ...tally,
    head: seq,
    tail: countable && seq > tally.read ? [...tally.tail, seq] : tally.tail,
    missing: isHole ? seq - 1 : tally.missing,
    stale: tally.stale || isHole,
  }
}

/** Everything up to `read` was shown. Going back is ignored. */
export function shown(tally: Tally, read: number, count: Count = unknown): Tally {
  if (read <= tally.read) return tally
  const tail = tally.tail.filter((seq) => seq > read)
  if (read >= tally.floor) return { ...tally, read, below: 0, tail }
  const here = count(read, tally.floor)
  if (here !== undefined) return { ...tally, read, below: here, tail }
  const passed = count(tally.read, read)
  if (passed !== undefined) return { ...tally, read, below: Math.max(0, tally.below - passed), tail }
  return { ...tally, read, tail, stale: tally.below > 0 || tally.stale }
}

/** The server stored a mark of mine and says what is left; where that can be worked out here, here is surer. */
export function stored(tally: Tally, read: number, unread: number | undefined, count: Count = unknown): Tally {
  const moved = shown(tally, read, count)
  if (!moved.stale || moved.missing > 0 || unread === undefined || read < moved.read) return moved
  return { ...moved, below: Math.max(0, unread - moved.tail.length), stale: false }
}

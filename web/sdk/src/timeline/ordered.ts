import type { MessageItem } from '../wire/message.ts'

/** Where `seq` stands, or would stand, in items ascending by seq. */
export function placeOf(items: readonly MessageItem[], seq: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.seq ?? 0) < seq) low = middle + 1
    else high = middle
  }
  return low
}

export function bySeq(items: Iterable<MessageItem>): MessageItem[] {
  return [...items].sort((a, b) => a.seq - b.seq)
}

/** Whether `item` is a later state of the same message. */
export function isNewer(item: MessageItem, known: MessageItem): boolean {
  return (item.changeSeq ?? 0) > (known.changeSeq ?? 0)
}

/** Keeps the newest state per number; beyond `bound` the one that was put in first goes. */
export function keepNewest(where: Map<number, MessageItem>, item: MessageItem, bound: number): void {
  const known = where.get(item.seq)
  if (known && !isNewer(item, known)) return
  where.set(item.seq, item)
  const first = where.keys().next()
  if (where.size > bound && !first.done) where.delete(first.value)
}

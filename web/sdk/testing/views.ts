import type { ConversationView } from '../src/wire/conversation.ts'
import type { Id, MessageItem, MessagePage } from '../src/wire/message.ts'
import type { Room, World } from './world.ts'

interface Where {
  readonly limit: number
  readonly beforeSeq?: number
  readonly afterSeq?: number
  readonly afterChangeSeq?: number
}

/** One page of what `of` may see, in either direction or by changes. */
export function messagePage(world: World, room: Room, of: Id, where: Where): MessagePage {
  const seen = world.shownTo(room, of)
  const facts = { visible: world.visible(room, of), head: seen.at(-1)?.seq ?? 0, headChange: room.changes }
  if (where.afterChangeSeq !== undefined) {
    const after = where.afterChangeSeq
    const changed = seen.filter((item) => (item.changeSeq ?? 0) > after).sort((a, b) => (a.changeSeq ?? 0) - (b.changeSeq ?? 0))
    return { ...cut(changed, where.limit, (item) => item.changeSeq ?? 0), ...facts }
  }
  if (where.afterSeq !== undefined) {
    const after = where.afterSeq
    return { ...cut(seen.filter((item) => item.seq > after), where.limit), ...facts }
  }
  const before = where.beforeSeq ?? Infinity
  const above = seen.filter((item) => item.seq < before).reverse()
  return { ...cut(above, where.limit), ...facts }
}

function cut(all: readonly MessageItem[], limit: number, numberOf = (item: MessageItem) => item.seq): { items: MessageItem[]; next?: string } {
  const items = all.slice(0, limit)
  const last = items.at(-1)
  return all.length > limit && last ? { items, next: String(numberOf(last)) } : { items }
}

export function viewOf(world: World, room: Room, me: Id): ConversationView {
  const member = room.members.get(me)
  const seen = world.shownTo(room, me)
  const last = seen.at(-1)
  const peerId = room.kind === 'direct' ? [...room.members.keys()].find((id) => id !== me) : undefined
  const peer = peerId === undefined ? undefined : world.people.get(peerId)
  return {
    id: room.id,
    kind: room.kind,
    title: room.title ?? null,
    photo: null,
    state: 'open',
    version: 1,
    head: [last?.seq ?? 0, room.changes],
    lastActivity: last?.createdAt ?? null,
    lastMessage: last ?? null,
    unread: world.unread(room, me),
    readSeq: member?.read ?? 0,
    deliveredSeq: member?.delivered ?? 0,
    canSend: member?.canSend ?? false,
    reason: member?.reason ?? null,
    visible: world.visible(room, me),
    ...(peer ? { peer: { id: peer.id, username: peer.username ?? '', nickname: peer.nickname ?? null, photo: null } } : {}),
    ...(peerId ? { peerReadSeq: room.members.get(peerId)?.read ?? 0 } : {}),
  }
}

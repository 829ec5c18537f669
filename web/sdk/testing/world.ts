import type { PersonView } from '../src/wire/conversation.ts'
import type { FriendRequestView } from '../src/wire/contact.ts'
import type { Body, Id, Interval, MessageItem } from '../src/wire/message.ts'
import type { DoorView } from '../src/wire/myself.ts'
import { sanctionOf, type Own } from './own.ts'
import type { ChangeFrame, NackFrame, SendFrame } from '../src/wire/frames.ts'

export interface Member {
  intervals: [number, number?][]
  read: number
  delivered: number
  canSend: boolean
  reason?: string
}

export interface Room {
  readonly id: Id
  readonly kind: 'direct' | 'group'
  title?: string
  readonly members: Map<Id, Member>
  readonly log: MessageItem[]
  changes: number
  /** By sender and client id: the seq it got, or the refusal it was given. */
  readonly outcomes: Map<string, number | NackFrame>
}

/** What the socket's users are told after something happened. */
export interface Told {
  readonly to: 'room' | Id
  readonly room: Id
  readonly frame: object
}

const RECALL_MS = 120_000

/** The rules of the log, in memory: numbers, idempotency, order, membership, marks. The truth that clients are compared with. */
export class World {
  readonly people = new Map<Id, PersonView & { password: string }>()
  readonly rooms = new Map<Id, Room>()
  readonly friends = new Map<Id, Map<Id, Id>>()
  readonly requests = new Map<Id, FriendRequestView>()
  epoch = '1'
  version = 1
  /** Who may come in. */
  door: DoorView = { mode: 'open' }
  private readonly owns = new Map<Id, Own>()
  private ids = 1000

  constructor(readonly now: () => number) {}

  id(): Id {
    return String((this.ids += 1))
  }

  person(username: string, more: Partial<PersonView> = {}): Id {
    const id = this.id()
    this.people.set(id, { id, username, nickname: username, photo: null, signature: null, password: 'password', ...more })
    return id
  }

  /** What only this person sees of his account. */
  own(id: Id): Own {
    const known = this.owns.get(id) ?? { language: null, findable: true, sanctions: [], sessions: [], factor: 'off' }
    this.owns.set(id, known)
    return known
  }

  befriend(a: Id, b: Id): Room {
    const room = this.room('direct', [a, b])
    for (const [one, other] of [[a, b], [b, a]] as const) {
      const mine = this.friends.get(one) ?? new Map<Id, Id>()
      this.friends.set(one, mine.set(other, room.id))
    }
    this.version += 1
    return room
  }

  room(kind: Room['kind'], members: readonly Id[], title?: string): Room {
    const room: Room = { id: this.id(), kind, members: new Map(), log: [], changes: 0, outcomes: new Map(), ...(title ? { title } : {}) }
    for (const member of members) room.members.set(member, { intervals: [[1]], read: 0, delivered: 0, canSend: true })
    this.rooms.set(room.id, room)
    return room
  }

  append(room: Room, senderId: Id, type: string, body: Body, clientMsgId?: string, at = this.now()): MessageItem {
    const item: MessageItem = {
      conversationId: room.id,
      seq: room.log.length + 1,
      id: this.id(),
      senderId,
      type,
      body,
      createdAt: new Date(at).toISOString(),
      ...(clientMsgId ? { clientMsgId } : {}),
    }
    room.log.push(item)
    return item
  }

  send(from: Id, frame: SendFrame): Told[] {
    const room = this.rooms.get(frame.conversationId)
    const member = room?.members.get(from)
    if (!room || !member) return [nack(from, frame, 'unknown_conversation', true)]
    const known = room.outcomes.get(`${from}/${frame.clientMsgId}`)
    if (typeof known === 'object') return [{ to: from, room: room.id, frame: known }]
    const stored = known === undefined ? undefined : room.log[known - 1]
    if (stored) return [{ to: from, room: room.id, frame: { t: 'message', ...stored } }]
    if (frame.after && !room.outcomes.has(`${from}/${frame.after}`)) return [nack(from, frame, 'out_of_order', true)]
    const isMuted = sanctionOf(this, from, 'mute') !== undefined
    if (!member.canSend || isMuted) {
      const refusal = nack(from, frame, isMuted ? 'muted_account' : (member.reason ?? 'not_member'), false)
      room.outcomes.set(`${from}/${frame.clientMsgId}`, refusal.frame as NackFrame)
      return [refusal]
    }
    const item = this.append(room, from, frame.type, frame.body, frame.clientMsgId)
    room.outcomes.set(`${from}/${frame.clientMsgId}`, item.seq)
    return [{ to: 'room', room: room.id, frame: { t: 'message', ...item } }]
  }

  recall(by: Id, roomId: Id, seq: number, clientOpId: string): Told[] {
    const room = this.rooms.get(roomId)
    const item = room?.log[seq - 1]
    const no = (code: string): Told[] => [{ to: by, room: roomId, frame: { t: 'nack', clientOpId, code, retryable: false } }]
    if (!room || !item || item.senderId !== by) return no('not_found')
    if (item.recalled) return [{ to: by, room: roomId, frame: changeOf(item, item.changeSeq ?? 0, clientOpId) }]
    if (this.now() - Date.parse(item.createdAt) > RECALL_MS) return no('recall_window_over')
    room.changes += 1
    const tombstone: MessageItem = { ...item, body: {}, changeSeq: room.changes, recalled: { by, at: new Date(this.now()).toISOString() } }
    room.log[seq - 1] = tombstone
    return [{ to: 'room', room: roomId, frame: changeOf(tombstone, room.changes, clientOpId) }]
  }

  /** Moves marks; answers who hears of it. */
  mark(of: Id, roomId: Id, read = 0, delivered = 0): Told[] {
    const room = this.rooms.get(roomId)
    const member = room?.members.get(of)
    if (!room || !member) return []
    const head = room.log.length
    member.read = Math.max(member.read, Math.min(read, head))
    member.delivered = Math.max(member.delivered, member.read, Math.min(delivered, head))
    const frame = { t: 'event', area: 'cursor', conversationId: roomId, userId: of, readSeq: member.read, deliveredSeq: member.delivered }
    const others = room.kind === 'direct' ? [...room.members.keys()].filter((id) => id !== of) : []
    return [
      { to: of, room: roomId, frame: { ...frame, unread: this.unread(room, of) } },
      ...others.map((to) => ({ to, room: roomId, frame })),
    ]
  }

  visible(room: Room, of: Id): Interval[] {
    return (room.members.get(of)?.intervals ?? []).map(([from, to]) => (to === undefined ? [from] : [from, to]))
  }

  sees(room: Room, of: Id, seq: number): boolean {
    return this.visible(room, of).some(([from, to]) => seq >= from && (to === undefined || to === null || seq <= to))
  }

  shownTo(room: Room, of: Id): MessageItem[] {
    return room.log.filter((item) => this.sees(room, of, item.seq))
  }

  unread(room: Room, of: Id): number {
    const read = room.members.get(of)?.read ?? 0
    return this.shownTo(room, of).filter((item) => item.seq > read && item.type !== 'system' && item.senderId !== of).length
  }
}

function changeOf(message: MessageItem, changeSeq: number, clientOpId: string): ChangeFrame {
  return { t: 'change', conversationId: message.conversationId, changeSeq, seq: message.seq, op: 'recall', clientOpId, message }
}

function nack(to: Id, frame: SendFrame, code: string, retryable: boolean): Told {
  const { clientMsgId, conversationId } = frame
  return { to, room: conversationId, frame: { t: 'nack', clientMsgId, conversationId, code, retryable } satisfies NackFrame }
}

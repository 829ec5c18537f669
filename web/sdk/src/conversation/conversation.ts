import type { ConversationView } from '../wire/conversation.ts'
import type { ChangeFrame, ConversationFrame, CursorEvent, MembersFrame } from '../wire/frames.ts'
import { isCountable, type Id, type MessageItem } from '../wire/message.ts'
import { isNewer } from '../timeline/ordered.ts'
import { counted, heard, shown, stored, unreadOf, type Count, type Tally } from './tally.ts'

/** A conversation of mine, current: the inbox row with everything applied that was heard since. */
export interface Conversation extends Omit<ConversationView, 'lastMessage'> {
  readonly lastMessage?: MessageItem
  readonly tally: Tally
  /** The newest members frame that is applied. */
  readonly membersVersion?: number
}

/** Takes a row from the server; what is newer here stays. */
export function fromServer(view: ConversationView, here: Conversation | undefined, count?: Count): Conversation {
  const [seq] = view.head
  const tally = counted({ head: seq, readSeq: view.readSeq, unread: view.unread }, here?.tally, count)
  const last = newerMessage(view.lastMessage ?? undefined, here?.lastMessage)
  const facts = here && here.version > view.version ? { ...view, ...factsOf(here) } : view
  const { lastMessage: _dropped, ...rest } = facts
  return withTally(
    {
      ...rest,
      head: [Math.max(seq, here?.head[0] ?? 0), Math.max(view.head[1], here?.head[1] ?? 0)],
      lastActivity: later(view.lastActivity, here?.lastActivity),
      peerReadSeq: Math.max(view.peerReadSeq ?? 0, here?.peerReadSeq ?? 0),
      tally,
      ...(here?.membersVersion === undefined ? {} : { membersVersion: here.membersVersion }),
      ...(last ? { lastMessage: last } : {}),
    },
    tally,
  )
}

export function onMessage(it: Conversation, item: MessageItem, me: Id): Conversation {
  const last = newerMessage(item, it.lastMessage)
  const isNew = item.seq > it.head[0]
  const tally = heard(it.tally, item.seq, isCountable(item, me))
  return withTally(
    {
      ...it,
      head: [Math.max(it.head[0], item.seq), it.head[1]],
      lastActivity: isNew ? later(item.createdAt, it.lastActivity) : it.lastActivity ?? null,
      ...(last ? { lastMessage: last } : {}),
    },
    tally,
  )
}

export function onChange(it: Conversation, frame: ChangeFrame): Conversation {
  const last = it.lastMessage
  const touched = last && frame.message && last.seq === frame.seq && isNewer(frame.message, last)
  return {
    ...it,
    head: [it.head[0], Math.max(it.head[1], frame.changeSeq)],
    ...(touched && frame.message ? { lastMessage: frame.message } : {}),
  }
}

export function onCursor(it: Conversation, event: CursorEvent, me: Id, count?: Count): Conversation {
  const read = event.readSeq ?? 0
  if (event.userId !== me) return { ...it, peerReadSeq: Math.max(it.peerReadSeq ?? 0, read) }
  return withTally({ ...it, readSeq: Math.max(it.readSeq, read) }, stored(it.tally, read, event.unread, count))
}

/** I have seen everything up to `seq`. */
export function onShown(it: Conversation, seq: number, count?: Count): Conversation {
  return withTally({ ...it, readSeq: Math.max(it.readSeq, seq) }, shown(it.tally, seq, count))
}

export function onMembers(it: Conversation, frame: MembersFrame, me: Id): Conversation {
  const mine = frame.changed.find((change) => change.userId === me)
  if (!mine || frame.version < (it.membersVersion ?? 0)) return it
  return {
    ...it,
    membersVersion: frame.version,
    canSend: mine.gone ? false : (mine.canSend ?? it.canSend),
    reason: mine.gone ? 'not_member' : (mine.reason ?? null),
    memberMutedUntil: mine.mutedUntil ?? null,
    ...(mine.role === undefined ? {} : { role: mine.role }),
  }
}

export function onFacts(it: Conversation, frame: ConversationFrame): Conversation {
  if (frame.version < it.version) return it
  return {
    ...it,
    version: frame.version,
    mutedUntil: frame.mutedUntil ?? null,
    ...(frame.title === undefined ? {} : { title: frame.title }),
    ...(frame.photo === undefined ? {} : { photo: frame.photo }),
    ...(frame.state === undefined ? {} : { state: frame.state }),
  }
}

/** Newest activity first; the id decides between equals, so that the list never shivers. */
export function byActivity(a: Conversation, b: Conversation): number {
  const left = a.lastActivity ?? ''
  const right = b.lastActivity ?? ''
  if (left !== right) return left < right ? 1 : -1
  return a.id < b.id ? 1 : -1
}

function withTally(it: Conversation, tally: Tally): Conversation {
  return { ...it, tally, unread: unreadOf(tally) }
}

function factsOf(it: Conversation) {
  return { version: it.version, title: it.title ?? null, photo: it.photo ?? null, mutedUntil: it.mutedUntil ?? null }
}

function newerMessage(a: MessageItem | undefined, b: MessageItem | undefined): MessageItem | undefined {
  if (!a || !b) return a ?? b
  if (a.seq !== b.seq) return a.seq > b.seq ? a : b
  return isNewer(a, b) ? a : b
}

function later(a: string | null | undefined, b: string | null | undefined): string | null {
  if (!a || !b) return a ?? b ?? null
  return a > b ? a : b
}

import type { Commands } from '../command/commands.ts'
import type { Pending } from '../outbox/pending.ts'
import type { Draft, Sender } from '../outbox/sender.ts'
import type { Timelines } from '../timeline/timelines.ts'
import type { Id, MessageItem } from '../wire/message.ts'

/** Everything to draw of one conversation. */
export interface TimelineView {
  readonly loaded: boolean
  /** There is nothing older. */
  readonly atStart: boolean
  /** Ascending by seq. */
  readonly items: readonly MessageItem[]
  /** My own, in the order they were sent: on the way, or refused. They stand below the items. */
  readonly pending: readonly Pending[]
  /** Why the messages can't be had: a problem code. */
  readonly problem?: string
}

/** The verbs of a conversation's messages. */
export class Messages {
  constructor(
    private readonly me: Id,
    private readonly timelines: Timelines,
    private readonly sender: Sender,
    private readonly commands: Commands,
    private readonly markShown: (id: Id, seq: number) => void,
  ) {}

  /** Loads the newest page and keeps the conversation current until `close`. */
  open(id: Id): Promise<void> {
    return this.timelines.open(id)
  }

  close(id: Id): void {
    this.timelines.close(id)
  }

  older(id: Id): Promise<void> {
    return this.timelines.older(id)
  }

  /** Lets go of what is far above; for a view that stands at the bottom. */
  trim(id: Id): void {
    this.timelines.trim(id)
  }

  view(id: Id): TimelineView {
    const timeline = this.timelines.get(id)
    const problem = this.timelines.problem(id)
    const pending = this.sender.entries(id)
    if (!timeline?.loaded) return { loaded: false, atStart: false, items: [], pending, ...(problem ? { problem } : {}) }
    // An own message that is acknowledged above a hole keeps its place on the screen while the hole is filled.
    const own = timeline.waiting().filter((item) => item.senderId === this.me && item.clientMsgId)
    const items = own.length === 0 ? timeline.items : [...timeline.items, ...own]
    return { loaded: true, atStart: timeline.atStart, items, pending }
  }

  /** When the oldest of my messages without an answer was written; undefined when none waits. Milliseconds since 1970. */
  get waitingSince(): number | undefined {
    return this.sender.oldest()
  }

  /** Queues a text; answers the id that it keeps until it is acknowledged. */
  sendText(conversationId: Id, text: string): string {
    return this.send({ conversationId, type: 'text', body: { text } })
  }

  send(draft: Draft): string {
    return this.sender.send(draft)
  }

  /** Sends a refused message anew. */
  retry(clientMsgId: string): void {
    this.sender.retry(clientMsgId)
  }

  discard(clientMsgId: string): void {
    this.sender.discard(clientMsgId)
  }

  /** Takes a message back for everybody. Rejects with the server's reason, or as unreachable after a minute. */
  recall(id: Id, seq: number): Promise<void> {
    return this.commands.recall(id, seq)
  }

  /** The person has seen everything up to `seq`. */
  shown(id: Id, seq: number): void {
    this.markShown(id, seq)
  }
}

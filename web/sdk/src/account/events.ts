import type { ConnectionState } from '../socket/connection.ts'
import type { Id, MessageItem } from '../wire/message.ts'

/** What a page listens to. Each says only that something is new: the facts are read from the account. */
export interface AccountEvents {
  connection: ConnectionState
  conversations: ReadonlySet<Id>
  /** Messages shown or pending of these conversations. */
  timeline: ReadonlySet<Id>
  /** A message of somebody else that is new to this device, just now. */
  arrived: MessageItem
  contacts: void
  people: void
  /** My rights, or what I know of them. */
  standing: void
  /** The list of my log-ins. */
  devices: void
  /** Somebody with my password, perhaps I, logged in on a device that was never seen. */
  newDevice: void
}

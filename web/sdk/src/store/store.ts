import type { Pending } from '../outbox/pending.ts'

/**
 * What must outlive a page: unsent messages, the device's id, whether somebody is logged in.
 * What was received is never written here: other people's words stay on the server and in memory.
 */
export interface Store {
  /** Everything waiting for this user, in the order it was made. */
  pending(userId: string): Promise<Pending[]>
  save(userId: string, entry: Pending): Promise<void>
  drop(userId: string, clientMsgId: string): Promise<void>
  /** Forgets what this user has waiting (log-out on a shared machine). */
  forget(userId: string): Promise<void>
  get(key: string): Promise<string | undefined>
  set(key: string, value: string | undefined): Promise<void>
}

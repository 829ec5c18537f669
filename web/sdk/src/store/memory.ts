import type { Pending } from '../outbox/pending.ts'
import type { Store } from './store.ts'

/** For tests, for Node, and for browsers that refuse storage: everything is gone with the page. */
export class MemoryStore implements Store {
  private readonly entries = new Map<string, Map<string, Pending>>()
  private readonly values = new Map<string, string>()

  async pending(userId: string): Promise<Pending[]> {
    return [...(this.entries.get(userId)?.values() ?? [])].sort((a, b) => a.order - b.order)
  }

  async save(userId: string, entry: Pending): Promise<void> {
    const mine = this.entries.get(userId) ?? new Map<string, Pending>()
    this.entries.set(userId, mine)
    mine.set(entry.clientMsgId, { ...entry })
  }

  async drop(userId: string, clientMsgId: string): Promise<void> {
    this.entries.get(userId)?.delete(clientMsgId)
  }

  async forget(userId: string): Promise<void> {
    this.entries.delete(userId)
  }

  async get(key: string): Promise<string | undefined> {
    return this.values.get(key)
  }

  async set(key: string, value: string | undefined): Promise<void> {
    if (value === undefined) this.values.delete(key)
    else this.values.set(key, value)
  }
}

import type { Pending } from '../outbox/pending.ts'
import { MemoryStore } from './memory.ts'
import type { Store } from './store.ts'

const OUTBOX = 'outbox'
const VALUES = 'values'

/** The browser's store. Rows of the outbox carry their user, so two accounts on one machine never see each other's. */
class IndexedDbStore implements Store {
  constructor(private readonly db: IDBDatabase) {}

  async pending(userId: string): Promise<Pending[]> {
    const rows = await this.ask<Row[]>(OUTBOX, 'readonly', (s) => s.index('user').getAll(userId))
    return rows.map((row) => row.entry).sort((a, b) => a.order - b.order)
  }

  async save(userId: string, entry: Pending): Promise<void> {
    await this.ask(OUTBOX, 'readwrite', (s) => s.put({ key: `${userId}/${entry.clientMsgId}`, userId, entry } satisfies Row))
  }

  async drop(userId: string, clientMsgId: string): Promise<void> {
    await this.ask(OUTBOX, 'readwrite', (s) => s.delete(`${userId}/${clientMsgId}`))
  }

  async forget(userId: string): Promise<void> {
    for (const entry of await this.pending(userId)) await this.drop(userId, entry.clientMsgId)
  }

  get(key: string): Promise<string | undefined> {
    return this.ask<string | undefined>(VALUES, 'readonly', (s) => s.get(key))
  }

  async set(key: string, value: string | undefined): Promise<void> {
    await this.ask(VALUES, 'readwrite', (s) => (value === undefined ? s.delete(key) : s.put(value, key)))
  }

  private ask<T>(name: string, mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const transaction = this.db.transaction(name, mode)
      const request = run(transaction.objectStore(name))
      // A write counts when its transaction is complete, not when the request succeeded.
      transaction.oncomplete = () => resolve(request.result as T)
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? request.error ?? new Error('storage failed'))
    })
  }
}

interface Row {
  readonly key: string
  readonly userId: string
  readonly entry: Pending
}

/** Opens the browser's store; where it is refused (private windows, full disks) memory takes its place. */
export function openStore(name = 'sparrow', factory: IDBFactory | undefined = globalThis.indexedDB): Promise<Store> {
  if (!factory) return Promise.resolve(new MemoryStore())
  return new Promise((resolve) => {
    let request: IDBOpenDBRequest
    try {
      request = factory.open(name, 1)
    } catch {
      return resolve(new MemoryStore())
    }
    request.onupgradeneeded = () => {
      request.result.createObjectStore(OUTBOX, { keyPath: 'key' }).createIndex('user', 'userId')
      request.result.createObjectStore(VALUES)
    }
    request.onsuccess = () => resolve(new IndexedDbStore(request.result))
    request.onerror = request.onblocked = () => resolve(new MemoryStore())
  })
}

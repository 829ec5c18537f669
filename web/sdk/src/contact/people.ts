import { Gathering } from '../events/emitter.ts'
import type { Http } from '../http/http.ts'
import type { Listing, PersonView } from '../wire/conversation.ts'
import type { Id } from '../wire/message.ts'

/** The server's bound for one request. */
const AT_ONCE = 200

/** Names and pictures by id. Asked for in bulk, once, whoever needs them. */
export class People {
  private readonly known = new Map<Id, PersonView>()
  private readonly asked = new Set<Id>()
  private readonly missing = new Gathering<Id>((ids) => void this.fetch([...ids]))

  constructor(
    private readonly http: Http,
    private readonly changed: () => void,
  ) {}

  /** What is known now; whoever is unknown is asked for, and `people` is emitted when the answer is here. */
  get(id: Id): PersonView | undefined {
    const person = this.known.get(id)
    if (!person && !this.asked.has(id)) {
      this.asked.add(id)
      this.missing.add(id)
    }
    return person
  }

  learn(person: PersonView | null | undefined): void {
    if (!person) return
    const before = this.known.get(person.id)
    this.known.set(person.id, { ...before, ...person })
    if (!before || before.nickname !== person.nickname || before.photo !== person.photo) this.changed()
  }

  /** People whose user name begins with `prefix`. */
  async find(prefix: string, signal?: AbortSignal): Promise<readonly PersonView[]> {
    const query = { query: prefix, limit: 20 }
    const found = await this.http.ask<Listing<PersonView>>('GET', '/users', { query, ...(signal ? { signal } : {}) })
    for (const person of found.items) this.learn(person)
    return found.items
  }

  private async fetch(ids: readonly Id[]): Promise<void> {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE)
      try {
        const found = await this.http.ask<Listing<PersonView>>('GET', '/users', { query: { ids: some.join(',') } })
        for (const person of found.items) this.learn(person)
      } catch {
        // Asked again when somebody needs the name again.
        for (const id of some) this.asked.delete(id)
      }
    }
  }
}

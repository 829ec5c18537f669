/** What the tabs of one browser owe each other: one refresh at a time, one log-out for all, nobody's outbox left behind. */
export interface Tabs {
  /** This tab. */
  readonly id: string
  /** Runs alone among the tabs. */
  alone<T>(name: string, run: () => Promise<T>): Promise<T>
  /** Says something to the other tabs. */
  tell(word: string): void
  onWord(listener: (word: string) => void): () => void
  /** Tabs that are open now, this one included. */
  open(): Promise<ReadonlySet<string>>
}

/** One tab, or no browser at all. */
export class OnlyTab implements Tabs {
  readonly id = crypto.randomUUID()

  alone<T>(_name: string, run: () => Promise<T>): Promise<T> {
    return run()
  }

  tell(): void {}

  onWord(): () => void {
    return () => {}
  }

  async open(): Promise<ReadonlySet<string>> {
    return new Set([this.id])
  }
}

const TAB_LOCK = 'sparrow-tab-'

class BrowserTabs implements Tabs {
  readonly id = crypto.randomUUID()
  private readonly channel = new BroadcastChannel('sparrow')

  constructor() {
    // Held for as long as the page lives: the browser lets go of it even when the page crashes.
    void navigator.locks.request(TAB_LOCK + this.id, () => new Promise<never>(() => {}))
  }

  alone<T>(name: string, run: () => Promise<T>): Promise<T> {
    return navigator.locks.request(`sparrow-${name}`, run) as Promise<T>
  }

  tell(word: string): void {
    this.channel.postMessage(word)
  }

  onWord(listener: (word: string) => void): () => void {
    const hear = (event: MessageEvent<unknown>) => listener(String(event.data))
    this.channel.addEventListener('message', hear)
    return () => this.channel.removeEventListener('message', hear)
  }

  async open(): Promise<ReadonlySet<string>> {
    const held = (await navigator.locks.query()).held ?? []
    const ids = held.flatMap((lock) => (lock.name?.startsWith(TAB_LOCK) ? [lock.name.slice(TAB_LOCK.length)] : []))
    return new Set([this.id, ...ids])
  }
}

/** The browser's tabs where it has locks and channels (secure contexts), else only this one. */
export function browserTabs(): Tabs {
  const able = typeof navigator !== 'undefined' && 'locks' in navigator && typeof BroadcastChannel !== 'undefined'
  return able ? new BrowserTabs() : new OnlyTab()
}

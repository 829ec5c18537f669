type Listener<T> = (value: T) => void

/** Typed events. A listener that throws is reported and never stops the others. */
export class Emitter<Events extends object> {
  private readonly listeners = new Map<keyof Events, Set<Listener<never>>>()

  on<K extends keyof Events>(kind: K, listener: Listener<Events[K]>): () => void {
    const set = this.listeners.get(kind) ?? new Set()
    this.listeners.set(kind, set)
    set.add(listener as Listener<never>)
    return () => set.delete(listener as Listener<never>)
  }

  emit<K extends keyof Events>(kind: K, value: Events[K]): void {
    for (const listener of [...(this.listeners.get(kind) ?? [])]) {
      try {
        ;(listener as Listener<Events[K]>)(value)
      } catch (fault) {
        reportError(fault)
      }
    }
  }

  clear(): void {
    this.listeners.clear()
  }
}

/** Collects keys and hands them over once per turn, so that a page of a hundred messages is one redraw. */
export class Gathering<T> {
  private keys = new Set<T>()

  constructor(private readonly flush: (keys: ReadonlySet<T>) => void) {}

  add(key: T): void {
    if (this.keys.size === 0) queueMicrotask(() => this.run())
    this.keys.add(key)
  }

  private run(): void {
    const keys = this.keys
    this.keys = new Set()
    this.flush(keys)
  }
}

function reportError(fault: unknown): void {
  queueMicrotask(() => {
    throw fault
  })
}

/** One wrong field of a request, by JSON pointer. */
export interface FieldError {
  readonly pointer?: string
  /** What it must be, in English. */
  readonly message?: string
}

interface RefusalFacts {
  readonly code: string
  readonly status?: number
  readonly detail?: string
  readonly retryable?: boolean
  readonly retryAfterMs?: number
  readonly until?: string
  readonly reason?: string
  readonly errors?: readonly FieldError[]
}

/** The server's no, or its "not now". `code` is stable and is what a page translates; `detail` is for people who debug. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number | undefined
  readonly retryable: boolean
  readonly retryAfterMs: number | undefined
  readonly until: string | undefined
  /** Why, in the words of whoever decided it. */
  readonly reason: string | undefined
  readonly errors: readonly FieldError[]

  constructor(facts: RefusalFacts) {
    super(facts.detail ?? facts.code)
    this.name = 'Refusal'
    this.code = facts.code
    this.status = facts.status
    this.retryable = facts.retryable ?? false
    this.retryAfterMs = facts.retryAfterMs
    this.until = facts.until
    this.reason = facts.reason
    this.errors = facts.errors ?? []
  }
}

/** Nobody answered: no network, or nobody at the other end. The request may or may not have been carried out. */
export class Unreachable extends Error {
  readonly code = 'unreachable'
  readonly retryable = true

  constructor(cause?: unknown) {
    super('the server cannot be reached', { cause })
    this.name = 'Unreachable'
  }
}

/** The stable code of whatever went wrong, for a page to translate. */
export function codeOf(problem: unknown): string {
  return problem instanceof Refusal || problem instanceof Unreachable ? problem.code : 'unavailable'
}

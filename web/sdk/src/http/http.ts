import { Refusal, Unreachable, type FieldError } from '../problem/refusal.ts'

export type Fetch = (input: string, init: RequestInit) => Promise<Response>

/** Where a request gets its token from, and what to do when the server calls it stale. */
export interface Tokens {
  /** A token that is still good for a moment, or undefined when nobody is logged in. */
  current(): Promise<string | undefined>
  /** A token other than `refused`; undefined when there is none to be had. */
  renewed(refused: string): Promise<string | undefined>
}

export interface Ask {
  readonly body?: unknown
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  /** Makes a creating POST safe to repeat; one is repeated once here when nobody answered. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

const REQUEST_TIMEOUT_MS = 15_000

/** REST under `/api/v1`. Every failure comes out as a `Refusal` or as `Unreachable`, never as a bare response. */
export class Http {
  constructor(
    private readonly origin: string,
    private readonly fetch: Fetch,
    private readonly tokens?: Tokens,
  ) {}

  async ask<T>(method: string, path: string, ask: Ask = {}): Promise<T> {
    const token = await this.tokens?.current()
    if (this.tokens && !token) throw new Refusal({ code: 'signed_out', status: 401 })
    const response = await this.once(method, path, ask, token)
    if (response.status !== 401 || !token) return read<T>(response)
    const refusal = await refusalOf(response)
    // A wrong password or code is a 401 too: asked again with a fresh token it would count as a second wrong guess.
    const renewed = refusal.code.startsWith('token_') ? await this.tokens?.renewed(token) : undefined
    if (!renewed) throw refusal
    return read<T>(await this.once(method, path, ask, renewed))
  }

  private async once(method: string, path: string, ask: Ask, token: string | undefined): Promise<Response> {
    try {
      return await this.call(method, path, ask, token)
    } catch (fault) {
      if (ask.signal?.aborted) throw fault
      const repeatable = method === 'GET' || ask.idempotencyKey !== undefined
      if (!repeatable) throw new Unreachable(fault)
    }
    try {
      return await this.call(method, path, ask, token)
    } catch (fault) {
      throw new Unreachable(fault)
    }
  }

  private call(method: string, path: string, ask: Ask, token: string | undefined): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json', ...ask.headers }
    if (ask.body !== undefined) headers['Content-Type'] = 'application/json'
    if (token) headers['Authorization'] = `Bearer ${token}`
    if (ask.idempotencyKey) headers['Idempotency-Key'] = ask.idempotencyKey
    const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS)
    return this.fetch(`${this.origin}/api/v1${path}${search(ask.query)}`, {
      method,
      headers,
      credentials: 'same-origin',
      signal: ask.signal ? AbortSignal.any([ask.signal, timeout]) : timeout,
      ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
    })
  }
}

function search(query: Ask['query']): string {
  const pairs = Object.entries(query ?? {}).filter((pair): pair is [string, string | number] => pair[1] !== undefined)
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}`
}

async function read<T>(response: Response): Promise<T> {
  if (response.ok) return (response.status === 204 ? undefined : await response.json().catch(() => undefined)) as T
  throw await refusalOf(response)
}

interface Problem {
  readonly code?: string
  readonly detail?: string
  readonly title?: string
  readonly retryable?: boolean
  readonly until?: string
  readonly reason?: string
  readonly errors?: readonly FieldError[]
}

async function refusalOf(response: Response): Promise<Refusal> {
  const problem = (await response.json().catch(() => ({}))) as Problem
  const retryAfter = Number(response.headers.get('Retry-After'))
  const detail = problem.detail ?? problem.title
  return new Refusal({
    code: problem.code ?? codeOfStatus(response.status),
    status: response.status,
    retryable: problem.retryable ?? response.status >= 500,
    ...(detail === undefined ? {} : { detail }),
    ...(retryAfter > 0 ? { retryAfterMs: retryAfter * 1000 } : {}),
    ...(problem.until === undefined ? {} : { until: problem.until }),
    ...(problem.reason === undefined ? {} : { reason: problem.reason }),
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  })
}

/** Something between us and the service answered without a problem document. */
function codeOfStatus(status: number): string {
  if (status === 401) return 'token_missing'
  if (status === 403) return 'right_missing'
  if (status === 404) return 'not_found'
  if (status === 409) return 'conflict'
  if (status === 413) return 'too_large'
  if (status === 429) return 'rate_limited'
  return status >= 500 ? 'unavailable' : 'malformed'
}

import type { Fetch } from './http/http.ts'
import type { Tabs } from './session/tabs.ts'
import type { Transport } from './socket/transport.ts'
import type { Store } from './store/store.ts'
import type { Clock, Random } from './time/clock.ts'

/** Everything the client needs of the world outside; each part can be replaced, by a test or by another platform. */
export interface Parts {
  /** Scheme, host and port of the gateway, without a slash at the end; empty for the page's own. */
  readonly origin: string
  readonly fetch: Fetch
  readonly transport: Transport
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly tabs: Tabs
  /** Whether the refresh token travels as a cookie (browsers) or in the body (everyone else). */
  readonly cookie: boolean
}

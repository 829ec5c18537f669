import { inject, onScopeDispose, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import type { Account, AccountEvents, SessionState, Sparrow } from '@sparrow/sdk'

let client: Sparrow | undefined
const session = shallowRef<SessionState>({ status: 'unknown' })
const account = shallowRef<Account>()

/** The page has one client; tests and the mocked mode bring their own. */
export function useClient(made?: Sparrow): { client: Sparrow; session: ShallowRef<SessionState>; account: ShallowRef<Account | undefined> } {
  if (made) {
    client = made
    made.events.on('session', (state) => {
      session.value = state
      account.value = made.account
    })
  }
  if (!client) throw new Error('no client yet')
  return { client, session, account }
}

const ACCOUNT: InjectionKey<Account> = Symbol('account')

/** Below the shell somebody is logged in: rooms ask for the account and never wonder whether it is there. */
export function provideAccount(made: Account): void {
  provide(ACCOUNT, made)
}

export function useAccount(): Account {
  const found = inject(ACCOUNT)
  if (!found) throw new Error('nobody is logged in')
  return found
}

/** A value read from the account, read again whenever one of these events says so. */
export function useLive<T>(kinds: readonly (keyof AccountEvents)[], read: (from: Account) => T): ShallowRef<T> {
  const from = useAccount()
  const value = shallowRef(read(from)) as ShallowRef<T>
  for (const kind of kinds) onScopeDispose(from.events.on(kind, () => (value.value = read(from))))
  return value
}

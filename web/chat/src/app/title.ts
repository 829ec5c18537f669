import type { Account } from '@sparrow/sdk'
import { onScopeDispose } from 'vue'

/** The number of unread messages in the title of the page, where a person sees it from other tabs. */
export function useTitle(account: Account): void {
  const write = () => {
    const { unread } = account.conversations
    document.title = unread > 0 ? `(${unread > 99 ? '99+' : unread}) Sparrow` : 'Sparrow'
  }
  onScopeDispose(account.events.on('conversations', write))
  onScopeDispose(() => (document.title = 'Sparrow'))
  write()
}

import { textOf, type Account } from '@sparrow/sdk'
import { onScopeDispose, ref } from 'vue'
import { t } from './i18n.ts'
import { personName } from './names.ts'

/** Longer texts are cut: a listener can go and read. */
const LONGEST = 200

/** What a screen reader says of messages that arrive: the timeline itself is silent, or every page of history would be read out. */
export function useAnnouncements(account: Account) {
  const spoken = ref('')
  const off = account.events.on('arrived', (item) => {
    if (item.type === 'system') return
    const name = personName(account, item.senderId)
    spoken.value = `${name}: ${(textOf(item) ?? t('message.unknown')).slice(0, LONGEST)}`
  })
  onScopeDispose(off)
  return { spoken }
}

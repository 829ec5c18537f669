import type { Conversation } from '@sparrow/sdk'
import { computed, type Ref } from 'vue'
import { useAccount, useLive } from '../app/client.ts'
import { useNow } from '../app/time.ts'
import { silenceOf } from './silence.ts'

/** How often the time that is left is drawn. Milliseconds. */
const TICK_MS = 250

/** Why I cannot write here, and how long still. A mute of the account ends when the server says so, the others with the clock. */
export function useSilence(conversation: Ref<Conversation | undefined>) {
  const account = useAccount()
  const taken = useLive(['standing'], ({ standing }) => standing.missing('speak'))
  const isKnown = useLive(['standing'], ({ standing }) => standing.isAsked)
  const tick = useNow(TICK_MS)
  const now = computed(() => tick.value + (account.serverNow - Date.now()))
  const silence = computed(() => silenceOf(taken.value, conversation.value, now.value))
  const left = computed(() => (silence.value?.until === undefined ? undefined : silence.value.until - now.value))
  return { silence, left, isKnown }
}

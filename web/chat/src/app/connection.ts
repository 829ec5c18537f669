import { computed, onScopeDispose, ref, watch } from 'vue'
import { useAccount, useLive } from './client.ts'
import { useNow } from './time.ts'

/** `slow`: connected, but what was sent has no answer. */
export type Reach = 'online' | 'slow' | 'connecting' | 'waiting' | 'offline'

/** A connection that is lost and found again within this time is nobody's business. Milliseconds. */
const QUIET_MS = 700
/** The browser says that the network is gone: a socket that does not answer within this time is gone with it. */
const GONE_MS = 2_000
/** Sends without an answer for so long are worth a word. */
const SLOW_MS = 5_000

/** Whether the server is in reach, as a person should hear it. */
export function useReach() {
  const account = useAccount()
  const state = useLive(['connection'], (from) => from.connection.state)
  const now = useNow(1_000)
  const isNetworkUp = ref(navigator.onLine)
  const isLongAway = ref(false)
  const isSlow = ref(false)
  let onlineSince = Date.now()
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => state.value.status === 'online',
    (isOnline) => {
      clearTimeout(timer)
      if (isOnline) onlineSince = Date.now()
      if (isOnline) isLongAway.value = false
      else timer = setTimeout(() => (isLongAway.value = true), QUIET_MS)
    },
    { immediate: true },
  )

  watch(now, (time) => {
    const waiting = account.messages.waitingSince
    isSlow.value = waiting !== undefined && time - Math.max(waiting, onlineSince) > SLOW_MS
  })

  const hear = (event: Event) => {
    isNetworkUp.value = event.type === 'online'
    // The word of the browser is a hint: the socket is asked, or opened, at once.
    if (isNetworkUp.value) account.connection.tryNow()
    else account.connection.check(GONE_MS)
  }
  const seen = () => {
    if (document.visibilityState === 'visible') account.connection.tryNow()
  }
  addEventListener('online', hear)
  addEventListener('offline', hear)
  document.addEventListener('visibilitychange', seen)
  onScopeDispose(() => {
    clearTimeout(timer)
    removeEventListener('online', hear)
    removeEventListener('offline', hear)
    document.removeEventListener('visibilitychange', seen)
  })

  const reach = computed<Reach>(() => {
    const { status } = state.value
    if (status === 'online') return isSlow.value ? 'slow' : 'online'
    if (!isNetworkUp.value) return 'offline'
    return status === 'waiting' ? 'waiting' : 'connecting'
  })
  const seconds = computed(() => {
    if (state.value.status !== 'waiting') return 0
    return Math.max(1, Math.ceil((state.value.retryAt - Math.max(now.value, Date.now() - 999)) / 1_000))
  })
  return { reach, isShown: computed(() => isLongAway.value || reach.value === 'slow'), seconds, tryNow: () => account.connection.tryNow() }
}

import { codeOf, nameOf, type PersonView } from '@sparrow/sdk'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useAccount, useLive } from '../app/client.ts'
import { problemText } from '../app/i18n.ts'

/** Typing pauses this long before the server is asked. Milliseconds. */
const PAUSE_MS = 250

export type Standing = 'myself' | 'friend' | 'requested' | 'asks' | 'stranger'

/** People by the beginning of their user name, and how each stands to me. */
export function useSearch() {
  const account = useAccount()
  const prefix = ref('')
  const found = shallowRef<readonly PersonView[]>()
  const problem = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked: AbortController | undefined

  watch(prefix, (text) => {
    clearTimeout(timer)
    asked?.abort()
    found.value = undefined
    problem.value = ''
    const wanted = text.trim().replace(/^@/, '')
    if (wanted) timer = setTimeout(() => void ask(wanted), PAUSE_MS)
  })
  onScopeDispose(() => {
    clearTimeout(timer)
    asked?.abort()
  })

  async function ask(wanted: string): Promise<void> {
    asked = new AbortController()
    const { signal } = asked
    try {
      const people = await account.people.find(wanted, signal)
      if (!signal.aborted) found.value = people
    } catch (fault) {
      if (!signal.aborted) problem.value = problemText(codeOf(fault))
    }
  }

  const standings = useLive(['contacts'], ({ contacts, userId }) => (id: string): Standing => {
    if (id === userId) return 'myself'
    if (contacts.friend(id)) return 'friend'
    if (contacts.outgoing.some((request) => request.toUserId === id)) return 'requested'
    return contacts.incoming.some((request) => request.fromUserId === id) ? 'asks' : 'stranger'
  })
  const people = computed(() => found.value?.map((person) => ({ person, name: nameOf(person), standing: standings.value(person.id) })))
  return { prefix, people, problem }
}

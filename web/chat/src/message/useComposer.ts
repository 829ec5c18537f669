import { TEXT_MAX, type Id } from '@sparrow/sdk'
import { computed, onScopeDispose, ref } from 'vue'
import { useDrafts } from './drafts.ts'

/** From here on the person is told how much room is left. */
const NEAR_FULL = TEXT_MAX - 500

/** What is being written: bounded, kept as a draft when one leaves, and sent with Enter but never in the middle of a composition. */
export function useComposer(id: Id, send: (text: string) => void) {
  const { draftOf, keepDraft } = useDrafts()
  const text = ref(draftOf(id))
  let isComposing = false
  let composedAt = 0

  onScopeDispose(() => keepDraft(id, text.value))

  const left = computed(() => TEXT_MAX - text.value.trim().length)
  const canSend = computed(() => text.value.trim() !== '' && left.value >= 0)

  function submit(): boolean {
    if (!canSend.value) return false
    send(text.value.trim())
    text.value = ''
    return true
  }

  function key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return
    // The Enter that ends a composition belongs to the input method. One browser sends it after the end, hence the time.
    const isMethods = isComposing || event.isComposing || event.keyCode === 229 || event.timeStamp - composedAt < 30
    if (isMethods) return
    event.preventDefault()
    submit()
  }

  return {
    text,
    left,
    canSend,
    isNearFull: computed(() => text.value.length > NEAR_FULL),
    submit,
    key,
    compositionStart: () => (isComposing = true),
    compositionEnd: (event: Event) => {
      isComposing = false
      composedAt = event.timeStamp
    },
  }
}

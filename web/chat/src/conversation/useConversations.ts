import type { Conversation } from '@sparrow/sdk'
import { computed, ref, shallowRef } from 'vue'
import { useAccount, useLive } from '../app/client.ts'
import { conversationName, faceOf } from '../app/names.ts'
import { previewOf } from './preview.ts'

export interface Line {
  readonly id: string
  readonly name: string
  readonly face: ReturnType<typeof faceOf>
  readonly preview: string
  readonly time: number | undefined
  readonly unread: number
  readonly hasFailed: boolean
}

/** The list as it is drawn: names, previews and numbers of every loaded conversation, and the verbs of the list. */
export function useConversations() {
  const account = useAccount()
  const sought = ref('')
  const isLoadingMore = shallowRef(false)

  const lines = useLive(['conversations', 'people', 'contacts', 'timeline'], () => account.conversations.list().map(lineOf))
  const isLoaded = useLive(['conversations'], () => account.conversations.loaded)
  const isComplete = useLive(['conversations'], () => account.conversations.complete)
  const shown = computed(() => {
    const words = sought.value.trim().toLocaleLowerCase()
    return words ? lines.value.filter((line) => line.name.toLocaleLowerCase().includes(words)) : lines.value
  })

  function lineOf(conversation: Conversation): Line {
    return {
      id: conversation.id,
      name: conversationName(account, conversation),
      face: faceOf(conversation),
      preview: previewOf(account, conversation),
      time: conversation.lastActivity ? Date.parse(conversation.lastActivity) : undefined,
      unread: conversation.unread,
      hasFailed: account.messages.view(conversation.id).pending.some((entry) => entry.failure),
    }
  }

  async function more(): Promise<void> {
    if (isLoadingMore.value || isComplete.value) return
    isLoadingMore.value = true
    await account.conversations.more().catch(() => {})
    isLoadingMore.value = false
  }

  return { sought, shown, isLoaded, isComplete, isLoadingMore, more }
}

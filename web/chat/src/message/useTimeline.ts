import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { Conversation, Id } from '@sparrow/sdk'
import { useAccount, useLive } from '../app/client.ts'
import { conversationName, faceOf } from '../app/names.ts'
import { rowsOf, type Row } from './rows.ts'

/** The conversation that is open: what is drawn of it, and what can be done in it. It is let go with the view. */
export function useTimeline(id: Id) {
  const account = useAccount()
  const conversation = useLive<Conversation | undefined>(['conversations', 'people', 'contacts'], () => account.conversations.get(id))
  const view = useLive(['timeline'], () => account.messages.view(id))
  const names = useLive(['people', 'contacts', 'conversations'], () => ({ of: conversation.value ? conversationName(account, conversation.value) : '…' }))
  const isLoadingOlder = ref(false)
  const unreadAfter = shallowRef(markAtOpening(account.conversations.get(id)))

  void account.messages.open(id).catch(() => {})
  onScopeDispose(() => account.messages.close(id))

  const rows = computed<Row[]>(() => {
    const isDirect = conversation.value?.kind === 'direct'
    const peerReadSeq = isDirect ? (conversation.value?.peerReadSeq ?? 0) : undefined
    return rowsOf(view.value, { me: account.userId, peerReadSeq, unreadAfter: unreadAfter.value })
  })

  async function older(): Promise<void> {
    if (isLoadingOlder.value || view.value.atStart) return
    isLoadingOlder.value = true
    await account.messages.older(id).catch(() => {})
    isLoadingOlder.value = false
  }

  return {
    conversation,
    view,
    rows,
    isLoadingOlder,
    older,
    name: computed(() => names.value.of),
    face: computed(() => (conversation.value ? faceOf(conversation.value) : undefined)),
    send: (text: string) => account.messages.sendText(id, text),
    shown: (seq: number) => account.messages.shown(id, seq),
    trim: () => account.messages.trim(id),
    /** The line above what was new has done its work once one answers. */
    dropLine: () => (unreadAfter.value = undefined),
  }
}

function markAtOpening(conversation: Conversation | undefined): number | undefined {
  return conversation && conversation.unread > 0 ? conversation.readSeq : undefined
}

import { nameOf, type Account, type Conversation, type Id } from '@sparrow/sdk'
import { t } from './i18n.ts'

/** What a person is called here: my alias for a friend, else the nickname, else the user name. Asks for whom it does not know. */
export function personName(account: Account, id: Id | undefined): string {
  if (!id) return t('system.somebody')
  const alias = account.contacts.friend(id)?.alias
  const person = account.people.get(id)
  return alias || (person ? nameOf(person) : '…')
}

export function conversationName(account: Account, conversation: Conversation): string {
  if (conversation.kind === 'group') return conversation.title?.trim() || t('group.unnamed')
  const peerId = conversation.peer?.id
  return peerId ? personName(account, peerId) : conversation.title?.trim() || '…'
}

/** Whose face stands for a conversation. */
export function faceOf(conversation: Conversation): { id: Id; photo: string | null | undefined; square: boolean } {
  const peerId = conversation.peer?.id
  if (conversation.kind === 'direct' && peerId) return { id: peerId, photo: conversation.peer?.photo, square: false }
  return { id: conversation.id, photo: conversation.photo, square: conversation.kind === 'group' }
}

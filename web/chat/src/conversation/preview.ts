import { textOf, type Account, type Conversation, type MessageItem, type SystemBody } from '@sparrow/sdk'
import { t } from '../app/i18n.ts'
import { personName } from '../app/names.ts'
import { noteText } from '../message/note.ts'

/** A list shows one line: more of a text than this is never drawn. */
const LONGEST = 120

/** What a conversation's line says of its last message. */
export function previewOf(account: Account, conversation: Conversation): string {
  const pending = account.messages.view(conversation.id).pending.findLast((entry) => !entry.failure)
  if (pending) return wordsOf(pending)
  const last = conversation.lastMessage
  if (!last) return ''
  const nameFor = (id: string | undefined) => personName(account, id)
  if (last.type === 'system') return noteText(last.body as SystemBody, account.userId, nameFor)
  const isMine = last.senderId === account.userId
  if (last.recalled) return isMine ? t('message.recalled.mine') : t('message.recalled', { name: nameFor(last.senderId) })
  const words = wordsOf(last)
  return conversation.kind === 'group' && !isMine ? `${nameFor(last.senderId)}: ${words}` : words
}

function wordsOf(item: Pick<MessageItem, 'type' | 'body'>): string {
  return (textOf(item) ?? t('message.unknown')).slice(0, LONGEST).replace(/\s+/g, ' ')
}

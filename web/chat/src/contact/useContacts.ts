import type { FriendRequestView, FriendView, GroupView } from '@sparrow/sdk'
import { useAccount, useLive } from '../app/client.ts'
import { localeOf, useI18n } from '../app/i18n.ts'
import { personName } from '../app/names.ts'

export interface Contact {
  readonly id: string
  readonly name: string
  readonly handle: string
  readonly photo: string | null | undefined
  readonly conversationId: string
}

export interface Asked {
  readonly request: FriendRequestView
  readonly otherId: string
  readonly name: string
  readonly photo: string | null | undefined
}

/** Friends, groups and requests with their names, in the order of the reader's language. */
export function useContacts() {
  const account = useAccount()
  const { language } = useI18n()
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, localeOf(language.value))

  const friendOf = ({ userId, conversationId }: FriendView): Contact => {
    const person = account.people.get(userId)
    return { id: userId, name: personName(account, userId), handle: person?.username ? `@${person.username}` : '', photo: person?.photo, conversationId }
  }
  const groupOf = (group: GroupView): Contact => ({ id: group.id, name: group.name ?? '', handle: '', photo: group.photo, conversationId: group.conversationId })
  const askedOf = (request: FriendRequestView): Asked => {
    const otherId = request.fromUserId === account.userId ? request.toUserId : request.fromUserId
    return { request, otherId, name: personName(account, otherId), photo: account.people.get(otherId)?.photo }
  }

  return {
    isLoaded: useLive(['contacts'], () => account.contacts.loaded),
    friends: useLive(['contacts', 'people'], () => account.contacts.friends.map(friendOf).sort(byName)),
    groups: useLive(['contacts'], () => account.contacts.groups.map(groupOf).sort(byName)),
    incoming: useLive(['contacts', 'people'], () => account.contacts.incoming.map(askedOf)),
    outgoing: useLive(['contacts', 'people'], () => account.contacts.outgoing.map(askedOf)),
  }
}

import type { GroupRole, Id, MemberView } from '@sparrow/sdk'
import { computed, onScopeDispose } from 'vue'
import { useAccount, useLive } from '../app/client.ts'
import { localeOf, useI18n } from '../app/i18n.ts'
import { personName } from '../app/names.ts'
import { useReading } from '../app/reading.ts'
import { useSubmit } from '../app/submit.ts'

export interface Member {
  readonly id: Id
  readonly name: string
  readonly photo: string | null | undefined
  readonly role: GroupRole
  readonly isRemovable: boolean
}

const ranks: Readonly<Record<GroupRole, number>> = { owner: 0, admin: 1, member: 2 }

/** The members of the group that talks here, read again whenever the server hints that it changed. */
export function useMembers(conversationId: Id) {
  const account = useAccount()
  const { language } = useI18n()
  const group = useLive(['contacts'], ({ contacts }) => contacts.groupOf(conversationId))
  const names = useLive(['people', 'contacts'], () => ({ of: (id: Id) => personName(account, id) }))
  const { value: found, problem: unread, read } = useReading<readonly MemberView[] | undefined>(async () => {
    const { id } = group.value ?? {}
    return id ? account.contacts.members(id) : undefined
  })
  const sending = useSubmit({}, { not_friends: 'group.friends.only' })

  async function act(run: (groupId: Id) => Promise<unknown>): Promise<boolean> {
    const { id } = group.value ?? {}
    const isDone = id !== undefined && (await sending.submit(() => run(id)))
    if (isDone) void read()
    return isDone
  }

  const members = computed<readonly Member[] | undefined>(() => {
    const mine = found.value?.find(({ userId }) => userId === account.userId)?.role ?? 'member'
    const all = found.value?.map(({ userId, role, user }) => ({ id: userId, name: names.value.of(userId), photo: user?.photo, role, isRemovable: userId !== account.userId && mayRemove(mine, role) }))
    return all?.sort((a, b) => ranks[a.role] - ranks[b.role] || a.name.localeCompare(b.name, localeOf(language.value)))
  })

  onScopeDispose(account.events.on('contacts', () => void read()))
  void read()
  return {
    group,
    isLoaded: useLive(['contacts'], ({ contacts }) => contacts.loaded),
    members,
    read,
    unread,
    isBusy: sending.isBusy,
    problem: sending.problem,
    add: (ids: readonly Id[]) => act((groupId) => account.contacts.addMembers(groupId, ids)),
    remove: (userId: Id) => act((groupId) => account.contacts.removeMember(groupId, userId)),
    leave: () => sending.submit(() => account.contacts.leave(group.value?.id ?? '')),
  }
}

/** The server's matrix, so that no button is offered that it refuses. */
export function mayRemove(actor: GroupRole, other: GroupRole): boolean {
  return ranks[actor] < ranks[other]
}

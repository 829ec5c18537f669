import type { Id, SystemBody } from '@sparrow/sdk'
import { localeOf, t, useI18n, type Key } from '../app/i18n.ts'

const known: readonly string[] = [
  'friends_now',
  'group_created',
  'members_added',
  'members_joined',
  'members_left',
  'members_removed',
  'group_renamed',
  'group_dissolved',
]

/** More names than this are counted instead of said. */
const NAMED = 3

/** What a note of the server says, in the reader's words. */
export function noteText(body: SystemBody, me: Id, nameFor: (id: Id) => string): string {
  const event = body.event?.toLowerCase()
  if (!known.includes(event)) return t('system.unknown')
  const name = (id: Id) => (id === me ? t('system.you') : nameFor(id))
  return t(`system.${event}` as Key, {
    actor: body.actorId ? name(body.actorId) : t('system.somebody'),
    names: listed(body, name),
    title: body.title ?? '',
  })
}

function listed(body: SystemBody, name: (id: Id) => string): string {
  const ids = body.userIds ?? []
  const count = Math.max(body.count ?? 0, ids.length)
  const names = ids.slice(0, count > NAMED + 1 ? NAMED : NAMED + 1).map(name)
  const rest = count - names.length
  const all = rest > 0 ? [...names, t('system.others', { n: rest })] : names
  return new Intl.ListFormat(localeOf(useI18n().language.value), { type: 'conjunction' }).format(all)
}

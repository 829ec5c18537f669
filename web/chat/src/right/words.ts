import { t, type Key } from '../app/i18n.ts'

const rights: Readonly<Record<string, Key>> = {
  login: 'right.login',
  speak: 'right.speak',
  profile: 'right.profile',
  contact: 'right.contact',
  admin: 'right.admin',
}

const roles: Readonly<Record<string, Key>> = {
  administrator: 'role.administrator',
  user: 'role.user',
  muted: 'role.muted',
  banned: 'role.banned',
}

/** What a right lets one do; one that was made here is called as its maker called it. */
export function rightText(name: string): string {
  const key = rights[name]
  return key ? t(key) : name
}

export function roleText(name: string): string {
  const key = roles[name]
  return key ? t(key) : name
}

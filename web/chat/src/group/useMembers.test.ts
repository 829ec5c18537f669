import type { GroupRole } from '@sparrow/sdk'
import { expect, test } from 'vitest'
import { mayRemove } from './useMembers.ts'

test.each<[GroupRole, Record<GroupRole, boolean>]>([
  ['owner', { owner: false, admin: true, member: true }],
  ['admin', { owner: false, admin: false, member: true }],
  ['member', { owner: false, admin: false, member: false }],
])('a group’s %s may remove %o', (actor, others) => {
  for (const [other, may] of Object.entries(others)) expect(mayRemove(actor, other as GroupRole)).toBe(may)
})

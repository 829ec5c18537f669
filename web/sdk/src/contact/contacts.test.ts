import { expect, test } from 'vitest'
import { Suite } from '../../testing/suite.ts'

async function group() {
  const suite = new Suite()
  const [ada, bob, cy] = ['ada', 'bob', 'cy'].map((name) => suite.world.person(name)) as [string, string, string]
  const room = suite.world.room('group', [ada, bob], 'Birds')
  suite.world.version += 1
  const devices = { a: await suite.logIn('ada'), b: await suite.logIn('bob') }
  const done = <T>(asked: Promise<T>) => suite.done(asked)
  const names = async () => (await done(devices.a.account.contacts.members(room.id))).map(({ userId }) => userId)
  return { suite, room, ada, bob, cy, done, names, ...devices }
}

test('members come and go, and a group that I left is mine no longer', async () => {
  const { room, ada, bob, cy, done, names, a, b } = await group()
  expect(a.account.contacts.groupOf(room.id)?.name).toBe('Birds')
  await done(a.account.contacts.addMembers(room.id, [cy]))
  expect(await names()).toEqual([ada, bob, cy])
  await done(a.account.contacts.removeMember(room.id, cy))
  expect(await names()).toEqual([ada, bob])
  await done(b.account.contacts.leave(room.id))
  expect([await names(), b.account.contacts.groupOf(room.id)]).toEqual([[ada], undefined])
})

test('who is not the owner removes nobody', async () => {
  const { room, ada, done, names, b, bob } = await group()
  await expect(done(b.account.contacts.removeMember(room.id, ada))).rejects.toMatchObject({ code: 'right_missing' })
  expect(await names()).toEqual([ada, bob])
})

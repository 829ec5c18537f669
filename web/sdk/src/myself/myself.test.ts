import { expect, test } from 'vitest'
import { CODE, RECOVERY } from '../../testing/own.ts'
import { Suite } from '../../testing/suite.ts'

async function home() {
  const suite = new Suite()
  suite.world.person('ada')
  const device = await suite.logIn('ada')
  const done = <T>(asked: Promise<T>) => suite.done(asked)
  return { suite, device, done, me: device.account.myself }
}

test('a changed profile is known at once, also to those who ask for names', async () => {
  const { device, done, me } = await home()
  let names = 0
  device.account.events.on('people', () => (names += 1))
  await done(me.change({ nickname: 'Countess', findable: false }))
  expect(me.profile).toMatchObject({ nickname: 'Countess', findable: false })
  expect(device.account.people.get(device.account.userId)?.nickname).toBe('Countess')
  expect(names).toBeGreaterThan(0)
})

test('a wrong password is asked about once: a second time would count against the person', async () => {
  const { suite, done, me } = await home()
  let asked = 0
  const own = suite.world.people.get.bind(suite.world.people)
  suite.world.people.get = (id) => ((asked += 1), own(id))
  await expect(done(me.changePassword('wrong', 'a new one'))).rejects.toMatchObject({ code: 'credentials_wrong' })
  expect(asked).toBe(1)
})

test('with a second factor a log-in needs a code, and a recovery code will do', async () => {
  const { suite, device, done, me } = await home()
  await done(me.beginSecondFactor())
  await expect(done(me.confirmSecondFactor('000000'))).rejects.toMatchObject({ code: 'credentials_wrong' })
  expect(await done(me.confirmSecondFactor(CODE))).toHaveLength(10)
  await done(device.sparrow.logOut())
  const attempt = { username: 'ada', password: 'password' }
  await expect(done(device.sparrow.logIn(attempt))).rejects.toMatchObject({ code: 'second_factor_needed' })
  await done(device.sparrow.logIn({ ...attempt, code: RECOVERY }))
  expect(suite.world.people.size).toBe(1)
  expect(device.sparrow.session.status).toBe('in')
})

test('where an administrator decides, nobody is in yet', async () => {
  const { suite, device, done } = await home()
  suite.world.door = { mode: 'approval' }
  await done(device.sparrow.logOut())
  expect(await done(device.sparrow.door())).toEqual({ mode: 'approval' })
  expect(await done(device.sparrow.register({ username: 'eve', password: 'password', note: 'from the club' }))).toBe('waiting')
  expect(device.sparrow.session.status).toBe('out')
})

import { describe, expect, test } from 'vitest'
import { Suite } from '../../testing/suite.ts'
import { sanction } from '../../testing/own.ts'

async function muted(seconds?: number) {
  const suite = new Suite()
  const ada = suite.world.person('ada')
  const room = suite.world.befriend(ada, suite.world.person('bob'))
  const device = await suite.logIn('ada')
  const until = seconds === undefined ? undefined : new Date(suite.clock.now() + seconds * 1_000).toISOString()
  suite.gateway.tell(sanction(suite.world, ada, 'mute', 'shouting', until))
  await suite.pass(100)
  return { suite, ada, room, device, until }
}

describe('who is muted', () => {
  test('knows at once why and until when', async () => {
    const { device, until } = await muted(60)
    expect(device.account.standing.missing('speak')).toMatchObject({ until, sanctions: [{ kind: 'mute', reason: 'shouting' }] })
    expect(device.account.standing.missing('contact')).toBeUndefined()
  })

  test('may speak again within the second in which it ends, with a fresh token', async () => {
    const { suite, room, device } = await muted(60)
    let changes = 0
    device.account.events.on('standing', () => (changes += 1))
    await suite.open(device, room)
    await suite.pass(59_000)
    expect([changes, device.account.standing.missing('speak') !== undefined]).toEqual([0, true])
    await suite.pass(1_900)
    expect([changes, device.account.standing.missing('speak')]).toEqual([1, undefined])
    device.account.messages.sendText(room.id, 'at last')
    await suite.pass(100)
    expect(device.texts(room)).toEqual(['at last'])
  })

  test('asks again, ever more seldom, while the server cannot be reached', async () => {
    const { suite, device } = await muted(10)
    suite.gateway.faults.down = true
    await suite.pass(30_000)
    expect(device.account.standing.missing('speak')).toBeDefined()
    suite.gateway.faults.down = false
    await suite.pass(31_000)
    expect(device.account.standing.missing('speak')).toBeUndefined()
  })

  test('for good waits for nobody', async () => {
    const { suite, device } = await muted()
    let changes = 0
    device.account.events.on('standing', () => (changes += 1))
    await suite.pass(60_000)
    expect([changes, device.account.standing.missing('speak')?.until]).toEqual([0, undefined])
  })
})

test('who is banned is out with reason and end, and hears the same at the door', async () => {
  const suite = new Suite()
  const ada = suite.world.person('ada')
  const device = await suite.logIn('ada')
  const until = new Date(suite.clock.now() + 60_000).toISOString()
  sanction(suite.world, ada, 'ban', 'fraud', until)
  suite.gateway.expireTokens()
  suite.gateway.kill(4403)
  await suite.pass(5_000)
  expect(device.sparrow.session).toMatchObject({ status: 'out', refusal: { code: 'right_missing', reason: 'fraud', until } })
  const again = expect(device.sparrow.logIn({ username: 'ada', password: 'password' })).rejects.toMatchObject({ reason: 'fraud', until })
  await suite.pass(100)
  await again
})

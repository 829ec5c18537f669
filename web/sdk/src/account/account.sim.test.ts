import { describe, expect, test } from 'vitest'
import { Dice, seeded, seeds } from '../../testing/random.ts'
import { Suite } from '../../testing/suite.ts'

/** Two devices write through a network that cuts, skips and repeats; gateways die. Then it calms down and all is compared. */
async function run(seed: number): Promise<string[]> {
  const dice = new Dice(seeded(seed))
  const suite = new Suite(seed)
  const ada = suite.world.person('ada')
  const bob = suite.world.person('bob')
  const room = suite.world.befriend(ada, bob)
  const a = await suite.logIn('ada', undefined, seed)
  const b = await suite.logIn('bob', undefined, seed + 1)
  await suite.open(a, room)
  await suite.open(b, room)
  Object.assign(suite.gateway.faults, { cutAfter: 0.05, skip: 0.1, twice: 0.1 })
  const said = { a: [] as string[], b: [] as string[] }
  for (let step = 0; step < 60; step += 1) {
    const who = dice.chance(0.5) ? 'a' : 'b'
    const text = `${who}${said[who].length + 1}`
    said[who].push(text)
    ;(who === 'a' ? a : b).account.messages.sendText(room.id, text)
    if (dice.chance(0.05)) suite.gateway.kill(dice.pick([1006, 1012, 4409]))
    if (dice.chance(0.1)) b.account.messages.shown(room.id, b.account.messages.view(room.id).items.at(-1)?.seq ?? 0)
    await suite.pass(dice.below(400))
  }
  Object.assign(suite.gateway.faults, { cutAfter: 0, skip: 0, twice: 0 })
  await suite.pass(180_000)
  const wrong: string[] = []
  const truth = room.log.map((item) => (item.body as { text: string }).text)
  const of = (who: string) => truth.filter((text) => text.startsWith(who))
  if (of('a').join() !== said.a.join() || of('b').join() !== said.b.join()) wrong.push(`the log: ${truth.join()}`)
  if (a.texts(room).join() !== truth.join()) wrong.push(`ada shows ${a.texts(room).join()}`)
  if (b.texts(room).join() !== truth.join()) wrong.push(`bob shows ${b.texts(room).join()}`)
  if (b.unread(room) !== suite.world.unread(room, bob)) wrong.push(`bob counts ${b.unread(room)}, not ${suite.world.unread(room, bob)}`)
  if (a.unread(room) !== suite.world.unread(room, ada)) wrong.push(`ada counts ${a.unread(room)}, not ${suite.world.unread(room, ada)}`)
  a.account.stop()
  b.account.stop()
  return wrong.map((what) => `SEED=${seed}: ${what}`)
}

describe('through cuts, holes, repeats and dying gateways', () => {
  test('every message is shown once, in order, on both sides, and the unread numbers are exact', { timeout: 120_000 }, async () => {
    const wrong: string[] = []
    for (const seed of seeds(4)) wrong.push(...(await run(seed)))
    expect(wrong).toEqual([])
  })
})

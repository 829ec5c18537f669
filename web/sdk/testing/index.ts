/** A fake server with its network, for tests of clients and for the page's mocked mode. */
export { ManualClock } from './clock.ts'
export { FakeGateway, type Faults } from './gateway.ts'
export { Dice, seeded, seeds } from './random.ts'
export { World, type Room } from './world.ts'
export { CODE, RECOVERY, sanction, sanctionOf } from './own.ts'

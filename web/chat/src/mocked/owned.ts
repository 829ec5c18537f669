import { sanction, type World } from '@sparrow/sdk/testing'
import type { peopled } from './people.ts'

const MINUTE = 60_000

/** What Ada finds in her account; `?muted` mutes her for two minutes, `?door=closed` and the like close the door. */
export function owned(world: World, people: ReturnType<typeof peopled>): void {
  const query = new URLSearchParams(location.search)
  const ago = (minutes: number) => new Date(world.now() - minutes * MINUTE).toISOString()
  const device = (deviceName: string, created: number, used: number, more: object = {}) => ({ id: world.id(), deviceId: deviceName, deviceName, createdAt: ago(created), lastUsedAt: ago(used), current: false, ...more })
  world.own(people.me).sessions = [
    device('Firefox · Linux', 9_000, 3_000, { place: 'Reykjavík, IS' }),
    device('Chrome · Linux', 60, 0, { current: true }),
    device('جهاز عمر القديم جداً', 90_000, 80_000),
    device('Unbroken'.repeat(20), 200_000, 100_000),
  ]
  if (query.has('muted')) sanction(world, people.me, 'mute', 'Shouting in the library 📚, تكرار, 三次', new Date(world.now() + 2 * MINUTE).toISOString())
  const mode = (['open', 'invitation', 'approval', 'closed'] as const).find((one) => one === query.get('door'))
  world.door = { mode: mode ?? 'open', github: query.has('github') }
}

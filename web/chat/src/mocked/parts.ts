import { MemoryStore, OnlyTab, systemClock, type Parts } from '@sparrow/sdk'
import { FakeGateway, World } from '@sparrow/sdk/testing'
import { answering } from './answering.ts'
import { peopled } from './people.ts'
import { owned } from './owned.ts'
import { talked } from './talk.ts'

declare global {
  interface Window {
    /** For the console and for scripts: the world behind the page, and its faults. */
    sparrowMock?: { gateway: FakeGateway; world: World; people: ReturnType<typeof peopled> }
  }
}

/** A page without a server. `?in` opens it logged in as Ada; elsewhere any of the people logs in with `password`. */
export async function mockedParts(): Promise<Parts> {
  const world = new World(() => Date.now())
  const people = peopled(world)
  if (!new URLSearchParams(location.search).has('empty')) talked(world, people)
  for (const [n, from] of [people.asks, people.asksToo].entries()) {
    const createdAt = new Date(Date.now() - n * 60_000).toISOString()
    const id = world.id()
    const greeting = n === 0 ? 'Hello, I am Grace. We met at the harbour.' : null
    world.requests.set(id, { id, fromUserId: from, toUserId: people.me, greeting, state: 'pending', createdAt })
  }
  world.version += 1
  owned(world, people)
  const gateway = new FakeGateway(world, systemClock, Math.random)
  gateway.faults.latencyMs = 40
  answering(gateway, world, people)
  window.sparrowMock = { gateway, world, people }
  const store = new MemoryStore()
  const { fetch, transport } = gateway.browser()
  if (new URLSearchParams(location.search).has('in')) {
    const answer = await fetch('http://fake/api/v1/auth/login', { method: 'POST', body: JSON.stringify({ username: 'ada', password: 'password' }) })
    await store.set('session', ((await answer.json()) as { userId: string }).userId)
  }
  return { origin: 'http://fake', fetch, transport, store, clock: systemClock, random: Math.random, tabs: new OnlyTab(), cookie: true }
}

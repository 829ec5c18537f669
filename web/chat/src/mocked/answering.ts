import type { FakeGateway, World } from '@sparrow/sdk/testing'
import type { peopled } from './people.ts'

/** Somebody is at home: what one says to a person is read after a moment, and answered. */
export function answering(gateway: FakeGateway, world: World, people: ReturnType<typeof peopled>): void {
  const send = world.send.bind(world)
  world.send = (from, frame) => {
    const told = send(from, frame)
    const room = world.rooms.get(frame.conversationId)
    const peer = room?.kind === 'direct' ? [...room.members.keys()].find((id) => id !== from) : undefined
    const text = (frame.body as { text?: string }).text ?? ''
    if (room && peer && from === people.me && !text.startsWith('.')) {
      setTimeout(() => gateway.tell(world.mark(peer, room.id, room.log.length)), 900)
      setTimeout(() => {
        const item = world.append(room, peer, 'text', { text: `↩︎ ${text.slice(0, 60)}` })
        gateway.tell([{ to: 'room', room: room.id, frame: { t: 'message', ...item } }])
      }, 2_000)
    }
    return told
  }
}

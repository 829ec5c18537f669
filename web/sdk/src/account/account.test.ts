import { describe, expect, test } from 'vitest'
import { range } from '../../testing/given.ts'
import { Suite } from '../../testing/suite.ts'

async function pair() {
  const suite = new Suite()
  const ada = suite.world.person('ada')
  const bob = suite.world.person('bob')
  const room = suite.world.befriend(ada, bob)
  const devices = { a: await suite.logIn('ada'), b: await suite.logIn('bob') }
  return { suite, ada, bob, room, ...devices }
}

describe('two people', () => {
  test('chat both ways: pending at once, then everywhere, in order', async () => {
    const { suite, room, a, b } = await pair()
    await suite.open(a, room)
    await suite.open(b, room)
    a.account.messages.sendText(room.id, 'hello')
    expect(a.texts(room)).toEqual(['(hello)'])
    await suite.pass(100)
    b.account.messages.sendText(room.id, 'hi')
    await suite.pass(100)
    expect(a.texts(room)).toEqual(['hello', 'hi'])
    expect(b.texts(room)).toEqual(['hello', 'hi'])
  })

  test('unread rises with each message, falls when it is shown, and the sender sees it read', async () => {
    const { suite, room, a, b } = await pair()
    for (const n of range(1, 3)) a.account.messages.sendText(room.id, `m${n}`)
    await suite.pass(100)
    expect([a.unread(room), b.unread(room)]).toEqual([0, 3])
    b.account.messages.shown(room.id, 3)
    expect(b.unread(room)).toBe(0)
    await suite.pass(1_000)
    expect(a.account.conversations.get(room.id)?.peerReadSeq).toBe(3)
  })

  test('what one device of mine reads is read on the other', async () => {
    const { suite, room, a, b } = await pair()
    const other = await suite.logIn('bob')
    a.account.messages.sendText(room.id, 'hello')
    await suite.pass(100)
    b.account.messages.shown(room.id, 1)
    await suite.pass(1_000)
    expect(other.unread(room)).toBe(0)
  })

  test('a recall leaves a tombstone on every device and in the list', async () => {
    const { suite, room, a, b } = await pair()
    await suite.open(b, room)
    a.account.messages.sendText(room.id, 'oops')
    await suite.pass(100)
    const done = a.account.messages.recall(room.id, 1)
    await suite.pass(100)
    await expect(done).resolves.toBeUndefined()
    expect(b.texts(room)).toEqual(['∅'])
    expect(b.account.conversations.get(room.id)?.lastMessage?.recalled).toBeDefined()
  })

  test('a recall after the window is refused by its code', async () => {
    const { suite, room, a } = await pair()
    a.account.messages.sendText(room.id, 'late')
    await suite.pass(130_000)
    const done = expect(a.account.messages.recall(room.id, 1)).rejects.toMatchObject({ code: 'recall_window_over' })
    await suite.pass(100)
    await done
  })

  test('a refused message stays with its reason, and goes again under a new id', async () => {
    const { suite, bob, room, b } = await pair()
    const member = room.members.get(bob)!
    member.canSend = false
    member.reason = 'blocked'
    const first = b.account.messages.sendText(room.id, 'hello?')
    await suite.open(b, room)
    expect(b.account.messages.view(room.id).pending[0]?.failure?.code).toBe('blocked')
    member.canSend = true
    b.account.messages.retry(first)
    await suite.pass(100)
    expect(b.account.messages.view(room.id).items[0]?.clientMsgId).not.toBe(first)
    expect(b.texts(room)).toEqual(['hello?'])
  })
})

describe('a device that was away', () => {
  test('for a hundred messages gets them once each, and the recall of an older one', async () => {
    const { suite, ada, room, a, b } = await pair()
    for (const n of range(1, 5)) a.account.messages.sendText(room.id, `m${n}`)
    await suite.pass(200)
    await suite.open(b, room)
    suite.gateway.faults.down = true
    suite.gateway.kill()
    for (const n of range(6, 105)) suite.world.append(room, ada, 'text', { text: `m${n}` })
    suite.world.recall(ada, room.id, 2, 'op')
    suite.gateway.faults.down = false
    await suite.pass(2_000)
    expect(b.texts(room)).toEqual(['m1', '∅', ...range(3, 105).map((n) => `m${n}`)])
    expect(b.unread(room)).toBe(105)
  })

  test('shows its state: waiting with the time of the next attempt, then online', async () => {
    const { suite, a } = await pair()
    const states: string[] = []
    a.account.events.on('connection', (state) => states.push(state.status))
    suite.gateway.faults.down = true
    suite.gateway.kill()
    await suite.pass(5_000)
    const state = a.account.connection.state
    expect(state.status === 'waiting' && state.retryAt > suite.clock.now()).toBe(true)
    suite.gateway.faults.down = false
    a.account.connection.tryNow()
    await suite.pass(100)
    expect(states.at(-1)).toBe('online')
  })

  test('sends what was written meanwhile, in order and once, as soon as it is back', async () => {
    const { suite, room, a, b } = await pair()
    await suite.open(b, room)
    suite.gateway.faults.down = true
    suite.gateway.kill()
    for (const n of range(1, 4)) a.account.messages.sendText(room.id, `m${n}`)
    await suite.pass(3_000)
    suite.gateway.faults.down = false
    a.account.connection.tryNow()
    await suite.pass(2_000)
    expect(b.texts(room)).toEqual(['m1', 'm2', 'm3', 'm4'])
  })

  test('by a half-open socket notices it when asked', async () => {
    const { suite, a } = await pair()
    suite.gateway.faults.down = true
    a.account.connection.check()
    await suite.pass(4_100)
    expect(a.account.connection.state.status).not.toBe('online')
  })

  test('on another epoch throws away what it has and reads it again', async () => {
    const { suite, ada, room, a, b } = await pair()
    a.account.messages.sendText(room.id, 'lost by the restore')
    await suite.open(b, room)
    room.log.length = 0
    suite.world.epoch = '2'
    suite.world.append(room, ada, 'text', { text: 'after the restore' })
    suite.gateway.kill()
    await suite.pass(2_000)
    expect(b.texts(room)).toEqual(['after the restore'])
  })
})

describe('the session', () => {
  test('outlives its tokens', async () => {
    const { suite, room, a, b } = await pair()
    await suite.open(b, room)
    await suite.pass(25 * 60_000)
    a.account.messages.sendText(room.id, 'still here')
    await suite.pass(200)
    expect(b.texts(room)).toEqual(['still here'])
  })

  test('a socket closed for its token comes back with a fresh one', async () => {
    const { suite, a } = await pair()
    suite.gateway.expireTokens()
    suite.gateway.kill(4401)
    await suite.pass(2_000)
    expect(a.account.connection.state.status).toBe('online')
  })

  test('ends when the server refuses to go on', async () => {
    const { suite, a } = await pair()
    const account = a.account
    void a.sparrow.logOut()
    await suite.pass(200)
    expect(a.sparrow.session.status).toBe('out')
    expect(account.connection.state.status).toBe('stopped')
  })

  test('a closed page’s unsent messages go out at the next visit', async () => {
    const { suite, room, a, b } = await pair()
    await suite.open(b, room)
    suite.gateway.faults.down = true
    suite.gateway.kill()
    a.account.messages.sendText(room.id, 'written on the train')
    await suite.pass(50)
    a.account.stop()
    suite.gateway.faults.down = false
    await suite.logIn('ada', a.store)
    await suite.pass(2_000)
    expect(b.texts(room)).toEqual(['written on the train'])
  })
})

describe('a conversation', () => {
  test('that the log does not know yet is there as soon as it does', async () => {
    const { suite, ada, bob, a } = await pair()
    const room = suite.world.room('group', [ada, bob], 'New')
    suite.world.rooms.delete(room.id)
    await suite.open(a, room)
    expect(a.account.messages.view(room.id)).toMatchObject({ loaded: false })
    suite.world.rooms.set(room.id, room)
    await suite.pass(1_500)
    expect(a.account.messages.view(room.id)).toMatchObject({ loaded: true })
    expect(a.account.conversations.get(room.id)?.title).toBe('New')
  })

  test('that is not mine is given up with its reason', async () => {
    const { suite, bob, a } = await pair()
    const room = suite.world.room('group', [bob], 'Not hers')
    await suite.open(a, room)
    await suite.pass(15_000)
    expect(a.account.messages.view(room.id).problem).toBe('not_found')
  })
})

describe('people', () => {
  test('ask, accept and chat', async () => {
    const suite = new Suite()
    const ada = suite.world.person('ada')
    suite.world.person('bob')
    const a = await suite.logIn('ada')
    const b = await suite.logIn('bob')
    const found = a.account.people.find('bo')
    await suite.pass(100)
    void a.account.contacts.ask((await found)[0]!.id, 'it is me')
    await suite.pass(200)
    expect(b.account.contacts.incoming.map((request) => [request.fromUserId, request.greeting])).toEqual([[ada, 'it is me']])
    const accepted = b.account.contacts.accept(b.account.contacts.incoming[0]!.id)
    await suite.pass(200)
    const conversationId = await accepted
    expect(a.account.contacts.friends.map((friend) => friend.conversationId)).toEqual([conversationId])
    expect(a.account.conversations.get(conversationId!)?.peer?.username).toBe('bob')
  })

  test('a group made with friends is in everyone’s list', async () => {
    const { suite, bob, a, b } = await pair()
    const made = a.account.contacts.createGroup('Birds', [bob])
    await suite.pass(300)
    const { conversationId } = await made
    expect(b.account.conversations.get(conversationId)?.title).toBe('Birds')
  })
})

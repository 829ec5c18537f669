import type { ConversationView } from '../src/wire/conversation.ts'
import type { FriendView, GroupView } from '../src/wire/contact.ts'
import type { Id, MessageItem, MessagePage } from '../src/wire/message.ts'
import { ownRoutes } from './own.ts'
import { messagePage, viewOf } from './views.ts'
import type { Room, Told, World } from './world.ts'

export interface Answer {
  readonly status: number
  readonly body?: unknown
}

export interface Call {
  readonly world: World
  readonly me: Id
  readonly query: URLSearchParams
  readonly body: Record<string, unknown>
  readonly tell: (told: readonly Told[]) => void
}

export type Route = readonly [method: string, pattern: RegExp, run: (call: Call, ...parts: string[]) => Answer]

const ok = (body: unknown): Answer => ({ status: 200, body })
const no = (status: number, code: string): Answer => ({ status, body: { code, status, retryable: false } })

/** The REST resources that a client uses, over the same world as the socket. */
const routes: readonly Route[] = [
  ...ownRoutes,
  ['GET', /^\/users\/(\d+)$/, ({ world }, id = '') => (world.people.has(id) ? ok(publicOf(world, id)) : no(404, 'not_found'))],
  ['GET', /^\/users$/, people],
  ['GET', /^\/conversations$/, inbox],
  ['GET', /^\/conversations\/(\d+)$/, one],
  ['GET', /^\/conversations\/(\d+)\/messages$/, messages],
  ['GET', /^\/contacts\/changes$/, changes],
  ['POST', /^\/friend-requests$/, ask],
  ['POST', /^\/friend-requests\/(\d+)\/(accept|reject|cancel)$/, decide],
  ['POST', /^\/groups$/, createGroup],
  ['GET', /^\/groups\/(\d+)\/members$/, members],
  ['POST', /^\/groups\/(\d+)\/members$/, addMembers],
  ['DELETE', /^\/groups\/(\d+)\/members\/(\d+)$/, removeMember],
]

export function route(method: string, path: string, call: Call): Answer {
  for (const [verb, pattern, run] of routes) {
    const match = verb === method ? pattern.exec(path) : null
    if (match) return run(call, ...match.slice(1))
  }
  return no(404, 'not_found')
}

function publicOf(world: World, id: Id): object {
  const { password: _secret, ...person } = world.people.get(id) ?? { password: '' }
  return person
}

function people({ world, query }: Call): Answer {
  const ids = query.get('ids')?.split(',')
  const prefix = (query.get('query') ?? '').toLowerCase()
  const found = [...world.people.values()].filter((person) => (ids ? ids.includes(person.id) : (person.username ?? '').startsWith(prefix)))
  return ok({ items: found.slice(0, 20).map((person) => publicOf(world, person.id)) })
}

function inbox({ world, me, query }: Call): Answer {
  const rows = [...world.rooms.values()].filter((room) => room.members.has(me)).map((room) => viewOf(world, room, me))
  rows.sort((a, b) => ((a.lastActivity ?? '') < (b.lastActivity ?? '') ? 1 : -1))
  const from = Number(query.get('cursor') ?? 0)
  const limit = Number(query.get('limit') ?? 50)
  const items: ConversationView[] = rows.slice(from, from + limit)
  return ok({ items, ...(from + limit < rows.length ? { next: String(from + limit) } : {}) })
}

function one({ world, me }: Call, id = ''): Answer {
  const room = world.rooms.get(id)
  return room?.members.has(me) ? ok(viewOf(world, room, me)) : no(404, 'not_found')
}

function messages({ world, me, query }: Call, id = ''): Answer {
  const room = world.rooms.get(id)
  if (!room?.members.has(me)) return no(404, 'not_found')
  const number = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined)
  const page: MessagePage = messagePage(world, room, me, {
    limit: number('limit') ?? 50,
    ...(query.has('before') ? { beforeSeq: number('before') ?? 0 } : {}),
    ...(query.has('after') ? { afterSeq: number('after') ?? 0 } : {}),
  })
  return ok(page)
}

function changes({ world, me, query }: Call): Answer {
  if (Number(query.get('since') ?? 0) >= world.version) return ok({ version: world.version, friends: [], groups: [], requests: [] })
  const friends: FriendView[] = [...(world.friends.get(me) ?? [])].map(([userId, conversationId]) => ({ userId, conversationId }))
  const groups: GroupView[] = [...world.rooms.values()]
    .filter((room) => room.kind === 'group' && room.members.has(me))
    .map((room) => ({ id: room.id, name: room.title ?? '', conversationId: room.id }))
  const requests = [...world.requests.values()].filter((request) => request.toUserId === me || request.fromUserId === me)
  return ok({ version: world.version, friends, groups, requests })
}

function ask({ world, me, body, tell }: Call): Answer {
  const toUserId = String(body['toUserId'])
  if (!world.people.has(toUserId)) return no(404, 'not_found')
  const request = {
    id: world.id(),
    fromUserId: me,
    toUserId,
    greeting: (body['greeting'] as string | undefined) ?? null,
    state: 'pending' as const,
    createdAt: new Date(world.now()).toISOString(),
  }
  world.requests.set(request.id, request)
  world.version += 1
  tell([hint(toUserId, world), hint(me, world)])
  return { status: 201, body: request }
}

function decide({ world, me, tell }: Call, id = '', verb = ''): Answer {
  const request = world.requests.get(id)
  const decider = verb === 'cancel' ? request?.fromUserId : request?.toUserId
  if (!request || decider !== me) return no(404, 'not_found')
  const state = verb === 'accept' ? 'accepted' : verb === 'reject' ? 'rejected' : 'cancelled'
  world.requests.set(id, { ...request, state })
  world.version += 1
  const both = [hint(request.fromUserId, world), hint(request.toUserId, world)]
  if (verb !== 'accept') {
    tell(both)
    return ok({ ...request, state })
  }
  const room = world.befriend(request.fromUserId, request.toUserId)
  const note = world.append(room, me, 'system', { event: 'friends_now', userIds: [request.fromUserId, me] })
  tell([{ to: 'room', room: room.id, frame: { t: 'message', ...note } }, ...both])
  return ok({ userId: request.fromUserId, conversationId: room.id })
}

function createGroup({ world, me, body, tell }: Call): Answer {
  const memberIds = (body['memberIds'] as Id[] | undefined) ?? []
  const room = world.room('group', [me, ...memberIds], String(body['name']))
  const note: MessageItem = world.append(room, me, 'system', { event: 'group_created', actorId: me, userIds: memberIds, title: String(body['name']) })
  world.version += 1
  tell([{ to: 'room', room: room.id, frame: { t: 'message', ...note } }])
  return { status: 201, body: { id: room.id, name: body['name'], conversationId: room.id } }
}

/** The first member is the owner. */
function members({ world, me }: Call, id = ''): Answer {
  const room = world.rooms.get(id)
  if (!room?.members.has(me)) return no(404, 'not_found')
  const ids = [...room.members.keys()]
  return ok({ items: ids.map((userId, at) => ({ userId, role: at === 0 ? 'owner' : 'member', user: publicOf(world, userId) })) })
}

function addMembers({ world, me, body, tell }: Call, id = ''): Answer {
  const room = world.rooms.get(id)
  if (!room?.members.has(me)) return no(404, 'not_found')
  const come = (body['userIds'] as Id[]).filter((userId) => !room.members.has(userId))
  for (const userId of come) room.members.set(userId, { intervals: [[room.log.length + 1]], read: room.log.length, delivered: 0, canSend: true })
  return noted({ world, me, tell }, room, 'members_added', come)
}

function removeMember({ world, me, tell }: Call, id = '', userId = ''): Answer {
  const room = world.rooms.get(id)
  if (!room?.members.has(me) || !room.members.has(userId)) return no(404, 'not_found')
  const isOwner = [...room.members.keys()][0] === me
  if (userId !== me && !isOwner) return no(403, 'right_missing')
  room.members.delete(userId)
  return noted({ world, me, tell }, room, userId === me ? 'members_left' : 'members_removed', [userId])
}

function noted({ world, me, tell }: Pick<Call, 'world' | 'me' | 'tell'>, room: Room, event: string, userIds: Id[]): Answer {
  const note = world.append(room, me, 'system', { event, actorId: me, userIds })
  world.version += 1
  tell([{ to: 'room', room: room.id, frame: { t: 'message', ...note } }, hint(me, world)])
  return ok({ items: [] })
}

function hint(to: Id, world: World): Told {
  return { to, room: '', frame: { t: 'event', area: 'requests', version: world.version } }
}

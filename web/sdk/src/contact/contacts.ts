import type { Http } from '../http/http.ts'
import type { Listing } from '../wire/conversation.ts'
import type { ContactChanges, FriendRequestView, FriendView, GroupView, MemberView } from '../wire/contact.ts'
import type { Id } from '../wire/message.ts'
import type { People } from './people.ts'

const PAGE = 200

/** Friends, groups and requests, kept current by `changes since` my version. */
export class Contacts {
  private readonly friendsById = new Map<Id, FriendView>()
  private readonly groupsById = new Map<Id, GroupView>()
  private readonly requestsById = new Map<Id, FriendRequestView>()
  private version = 0
  private syncing: Promise<void> | undefined
  private again = false
  loaded = false

  constructor(
    private readonly me: Id,
    private readonly http: Http,
    private readonly people: People,
    private readonly changed: () => void,
  ) {}

  get friends(): readonly FriendView[] {
    return [...this.friendsById.values()]
  }

  get groups(): readonly GroupView[] {
    return [...this.groupsById.values()]
  }

  friend(userId: Id): FriendView | undefined {
    return this.friendsById.get(userId)
  }

  /** Requests that wait for my decision, the newest first. */
  get incoming(): readonly FriendRequestView[] {
    return this.pending((request) => request.toUserId === this.me)
  }

  get outgoing(): readonly FriendRequestView[] {
    return this.pending((request) => request.fromUserId === this.me)
  }

  /** Asks what changed. Calls that come while one is under way are answered by one more. */
  sync(): Promise<void> {
    if (this.syncing) {
      this.again = true
      return this.syncing
    }
    this.syncing = this.read().finally(() => {
      this.syncing = undefined
      if (!this.again) return
      this.again = false
      void this.sync().catch(() => {})
    })
    return this.syncing
  }

  async ask(toUserId: Id, greeting?: string): Promise<void> {
    const body = greeting ? { toUserId, greeting } : { toUserId }
    const request = await this.post<FriendRequestView>('/friend-requests', body)
    if (request?.id) this.learn(request)
    this.changed()
  }

  /** Answers the conversation to go to. */
  async accept(requestId: Id): Promise<Id | undefined> {
    const friend = await this.post<FriendView>(`/friend-requests/${requestId}/accept`)
    this.requestsById.delete(requestId)
    if (friend?.userId) this.apply({ version: 0, friends: [friend] })
    this.changed()
    return friend?.conversationId
  }

  async reject(requestId: Id): Promise<void> {
    await this.post(`/friend-requests/${requestId}/reject`)
    this.requestsById.delete(requestId)
    this.changed()
  }

  async cancel(requestId: Id): Promise<void> {
    await this.post(`/friend-requests/${requestId}/cancel`)
    this.requestsById.delete(requestId)
    this.changed()
  }

  async createGroup(name: string, memberIds: readonly Id[]): Promise<GroupView> {
    const group = await this.post<GroupView>('/groups', { name, memberIds })
    this.groupsById.set(group.id, group)
    this.changed()
    return group
  }

  /** The group that talks in a conversation, while I am in it. */
  groupOf(conversationId: Id): GroupView | undefined {
    return this.groups.find((group) => group.conversationId === conversationId)
  }

  async members(groupId: Id): Promise<readonly MemberView[]> {
    const members = await this.all<MemberView>(`/groups/${groupId}/members`, {})
    for (const { user } of members) this.people.learn(user)
    return members
  }

  async addMembers(groupId: Id, userIds: readonly Id[]): Promise<void> {
    await this.post(`/groups/${groupId}/members`, { userIds })
  }

  removeMember(groupId: Id, userId: Id): Promise<void> {
    return this.http.ask('DELETE', `/groups/${groupId}/members/${userId}`)
  }

  /** What was said stays readable. */
  async leave(groupId: Id): Promise<void> {
    await this.removeMember(groupId, this.me)
    this.groupsById.delete(groupId)
    this.changed()
  }

  /** Ends a friendship; what was said stays readable. */
  async unfriend(userId: Id): Promise<void> {
    await this.http.ask('DELETE', `/friends/${userId}`)
    this.friendsById.delete(userId)
    this.changed()
  }

  private learn(request: FriendRequestView): void {
    this.people.learn(request.from)
    this.people.learn(request.to)
    put(this.requestsById, request.id, request)
  }

  private post<T>(path: string, body: object = {}): Promise<T> {
    return this.http.ask<T>('POST', path, { body, idempotencyKey: crypto.randomUUID() })
  }

  private pending(mine: (request: FriendRequestView) => boolean): FriendRequestView[] {
    const open = [...this.requestsById.values()].filter((request) => request.state === 'pending' && mine(request))
    return open.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  }

  private async read(): Promise<void> {
    for (;;) {
      const since = this.version
      const changes = await this.http.ask<ContactChanges>('GET', '/contacts/changes', { query: { since } })
      if (changes.resync) await this.readAll()
      else this.apply(changes)
      this.version = changes.version
      if (!changes.next || changes.version <= since) break
    }
    this.loaded = true
    this.changed()
  }

  private apply(changes: ContactChanges): void {
    for (const friend of changes.friends ?? []) {
      this.people.learn(friend.user)
      put(this.friendsById, friend.userId, friend)
    }
    for (const group of changes.groups ?? []) put(this.groupsById, group.id, group)
    for (const request of changes.requests ?? []) this.learn(request)
  }

  /** The version was read before the lists, so nothing that happens meanwhile is missed. */
  private async readAll(): Promise<void> {
    const [friends, groups, incoming, outgoing] = await Promise.all([
      this.all<FriendView>('/friends', {}),
      this.all<GroupView>('/groups', {}),
      this.all<FriendRequestView>('/friend-requests', { box: 'incoming' }),
      this.all<FriendRequestView>('/friend-requests', { box: 'outgoing' }),
    ])
    for (const map of [this.friendsById, this.groupsById, this.requestsById]) map.clear()
    this.apply({ version: 0, friends, groups, requests: [...incoming, ...outgoing] })
  }

  private async all<T>(path: string, query: Record<string, string>): Promise<T[]> {
    const items: T[] = []
    let cursor: string | undefined
    do {
      const page = await this.http.ask<Listing<T>>('GET', path, { query: { ...query, limit: PAGE, cursor } })
      items.push(...page.items)
      cursor = page.next ?? undefined
    } while (cursor)
    return items
  }
}

function put<T extends { readonly gone?: boolean }>(where: Map<Id, T>, id: Id, value: T): void {
  if (value.gone) where.delete(id)
  else where.set(id, value)
}

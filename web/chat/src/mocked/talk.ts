import type { Body } from '@sparrow/sdk'
import type { Room, World } from '@sparrow/sdk/testing'
import type { peopled } from './people.ts'

type People = ReturnType<typeof peopled>
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What was said before the page was opened: ordinary talk, and everything that looks wrong when it is drawn carelessly. */
export function talked(world: World, people: People): void {
  const { me, lin, bob, omar, long, emoji, unbroken, wang } = people
  const now = world.now()
  const say = (room: Room, by: string, text: string, ago: number) => world.append(room, by, 'text', { text }, undefined, now - ago)
  const note = (room: Room, body: Body, ago: number) => world.append(room, me, 'system', body, undefined, now - ago)

  const withLin = world.befriend(me, lin)
  note(withLin, { event: 'friends_now' }, 3 * DAY)
  say(withLin, lin, '你好！周末去爬山吗？', 3 * DAY - HOUR)
  say(withLin, me, '好啊，去哪儿？', 3 * DAY - HOUR + MINUTE)
  say(withLin, lin, '香山。早上七点在地铁站见，记得带水和外套，山上风大。', DAY + HOUR)
  say(withLin, lin, '天气预报说周六晴，周日有小雨，所以我们最好周六去。', DAY + HOUR - MINUTE)
  say(withLin, me, '没问题 👍', DAY + HOUR - 2 * MINUTE)
  say(withLin, me, '🏔️🥾☀️', DAY + HOUR - 3 * MINUTE)
  say(withLin, lin, '路线在这里：https://example.org/trails/xiangshan?from=station，慢慢看。', 20 * MINUTE)
  say(withLin, me, '收到，谢谢！', 18 * MINUTE)
  withLin.members.get(me)!.read = 99
  withLin.members.get(lin)!.read = 8

  const club = world.room('group', [me, lin, bob, omar, long, emoji], 'Bird watchers 🐦 · 观鸟小组')
  note(club, { event: 'group_created', actorId: me, userIds: [lin, bob, omar, long, emoji], title: 'Bird watchers' }, 2 * DAY)
  for (let n = 1; n <= 120; n += 1) say(club, [bob, lin, omar, long, me][n % 5]!, `Sighting ${n}: ${['a wren', '一只麻雀', 'two herons', 'عصفور صغير', 'nothing at all'][n % 5]}`, 2 * DAY - n * 10 * MINUTE)
  say(club, long, 'I have written a rather detailed account of this morning’s walk, which begins at the old mill, follows the brook down to the weir and ends, as all walks should, with tea.', 40 * MINUTE)
  say(club, emoji, '🦆🦆🦆', 39 * MINUTE)
  say(club, omar, 'صباح الخير يا أصدقاء، هل رأيتم اللقلق اليوم؟ رأيته قرب النهر (near the river) قبل ساعة.', 38 * MINUTE)
  say(club, bob, 'Nope!', 12 * MINUTE)
  say(club, bob, 'But I heard it', 11 * MINUTE)
  club.members.get(me)!.read = 121

  const withLong = world.befriend(me, long)
  say(withLong, long, 'A'.repeat(600), 3 * HOUR)
  say(withLong, me, Array.from({ length: 900 }, (_, n) => `word${n}`).join(' ').slice(0, 5_000), 2 * HOUR)
  say(withLong, long, Array.from({ length: 40 }, (_, n) => `line ${n + 1}`).join('\n'), HOUR)
  withLong.members.get(me)!.read = 99
  withLong.members.get(long)!.read = 2

  const withOmar = world.befriend(me, omar)
  say(withOmar, omar, 'مرحبا! كيف حالك؟', 5 * HOUR)
  say(withOmar, me, 'Well, thank you. <b>Not bold</b> <img src=x onerror=alert(1)>', 5 * HOUR - MINUTE)
  say(withOmar, omar, 'شكراً جزيلاً', 5 * HOUR - 2 * MINUTE)
  withOmar.members.get(me)!.read = 2

  const withZoe = world.befriend(me, emoji)
  say(withZoe, emoji, '❤️', DAY)
  say(withZoe, me, '👨‍👩‍👧‍👦🏳️‍🌈👍🏽', DAY - MINUTE)
  withZoe.members.get(me)!.read = 99

  const closed = world.befriend(me, unbroken)
  say(closed, unbroken, 'w'.repeat(300), 9 * DAY)
  Object.assign(closed.members.get(me)!, { canSend: false, reason: 'not_friends', read: 99 })

  const withWang = world.befriend(me, wang)
  for (let n = 1; n <= 130; n += 1) say(withWang, wang, `消息 ${n}`, 400 * DAY - n * MINUTE)
  world.befriend(me, bob)
}

import type { World } from '@sparrow/sdk/testing'

/** The people of the mocked world, with the names that break layouts. */
export function peopled(world: World) {
  const person = (username: string, nickname: string, signature?: string) => world.person(username, { nickname, signature: signature ?? null })
  return {
    me: person('ada', 'Ada Lovelace', 'The engine weaves algebraic patterns.'),
    lin: person('lin', '林小雨', '海内存知己，天涯若比邻。'),
    bob: person('bob', 'Bob'),
    omar: person('omar', 'عمر الخيام'),
    long: person('maximilian', 'Maximilian Alexander von und zu Hohenstaufen-Württemberg der Dritte'),
    emoji: person('zoe', '🦊 Zoé 🌈'),
    unbroken: person('w'.repeat(32), 'Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww'),
    wang: person('wangwu', '王五'),
    asks: person('grace', 'Grace Hopper'),
    asksToo: person('zhaoliu', '赵六'),
  }
}

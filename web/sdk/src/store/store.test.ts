import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { pending } from '../../testing/given.ts'
import { openStore } from './indexeddb.ts'
import { MemoryStore } from './memory.ts'

describe.each([
  { name: 'memory', open: async () => new MemoryStore() },
  { name: 'IndexedDB', open: () => openStore('test', new IDBFactory()) },
])('$name', ({ open }) => {
  test('keeps each user’s messages in the order they were made', async () => {
    const store = await open()
    await store.save('1', pending('b', 2))
    await store.save('1', pending('a', 1))
    await store.save('2', pending('x', 1))
    expect((await store.pending('1')).map((entry) => entry.clientMsgId)).toEqual(['a', 'b'])
  })

  test('saving again replaces, dropping and forgetting remove', async () => {
    const store = await open()
    await store.save('1', pending('a', 1))
    await store.save('1', pending('a', 1, { failure: { code: 'blocked' } }))
    expect((await store.pending('1'))[0]?.failure?.code).toBe('blocked')
    await store.drop('1', 'a')
    expect(await store.pending('1')).toEqual([])
    await store.save('1', pending('b', 2))
    await store.forget('1')
    expect(await store.pending('1')).toEqual([])
  })

  test('values come back until they are unset', async () => {
    const store = await open()
    await store.set('device', 'd')
    expect(await store.get('device')).toBe('d')
    await store.set('device', undefined)
    expect(await store.get('device')).toBeUndefined()
  })
})

test('what a closed page left is there for the next one', async () => {
  const factory = new IDBFactory()
  await (await openStore('test', factory)).save('1', pending('a', 1))
  expect(await (await openStore('test', factory)).pending('1')).toHaveLength(1)
})

test('a browser that refuses storage gets memory', async () => {
  const refusing = { open: () => { throw new DOMException('no', 'SecurityError') } } as unknown as IDBFactory
  expect(await openStore('test', refusing)).toBeInstanceOf(MemoryStore)
})

import { expect, test } from 'vitest'
import { inside } from './inside.ts'

test.each([
  { wanted: '/chats/7', to: '/chats/7' },
  { wanted: undefined, to: '/chats' },
  { wanted: ['/a', '/b'], to: '/chats' },
  { wanted: 'https://evil.example/', to: '/chats' },
  { wanted: '//evil.example/', to: '/chats' },
  { wanted: '/\\evil.example/', to: '/chats' },
  { wanted: 'javascript:alert(1)', to: '/chats' },
])('after the door $wanted leads to $to', ({ wanted, to }) => {
  expect(inside(wanted)).toBe(to)
})

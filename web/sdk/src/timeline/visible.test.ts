import { expect, test } from 'vitest'
import type { Interval } from '../wire/message.ts'
import { covered } from './visible.ts'

const all: Interval[] = [[1]]
const left: Interval[] = [[1, 4]]
const rejoined: Interval[] = [
  [1, 4],
  [8],
]

test.each([
  { why: 'everything is known', from: 0, limit: 3, known: [1, 2, 3], visible: all, top: 3 },
  { why: 'it stops before a hole', from: 0, limit: 5, known: [1, 2, 4, 5], visible: all, top: 2 },
  { why: 'nothing is known', from: 4, limit: 9, known: [], visible: all, top: 4 },
  { why: 'outside what is visible nothing is a hole', from: 0, limit: 9, known: [1, 2, 3, 4], visible: left, top: 9 },
  { why: 'between two memberships neither', from: 0, limit: 9, known: [1, 2, 3, 4, 8, 9], visible: rejoined, top: 9 },
  { why: 'but inside the second one', from: 0, limit: 9, known: [1, 2, 3, 4, 9], visible: rejoined, top: 7 },
  { why: 'never a member', from: 0, limit: 9, known: [], visible: [], top: 9 },
  { why: 'a page that names no intervals', from: 2, limit: 4, known: [3, 4], visible: undefined, top: 4 },
  { why: 'nothing to walk', from: 5, limit: 5, known: [], visible: all, top: 5 },
])('$why', ({ from, limit, known, visible, top }) => {
  expect(covered(from, limit, (seq) => known.includes(seq), visible)).toBe(top)
})

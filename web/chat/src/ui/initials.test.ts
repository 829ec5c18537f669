import { expect, test } from 'vitest'
import { colourOf, initialsOf } from './initials.ts'

test.each([
  { name: 'Ada Lovelace', letters: 'AL' },
  { name: 'bob', letters: 'B' },
  { name: 'Birds 🐦', letters: 'B' },
  { name: '林小雨', letters: '雨' },
  { name: 'Bird watchers · 观鸟小组', letters: '组' },
  { name: '🦊 Zoé 🌈', letters: '🦊' },
  { name: '👨‍👩‍👧‍👦', letters: '👨‍👩‍👧‍👦' },
  { name: 'عمر الخيام', letters: 'ع' },
  { name: '  ', letters: '?' },
])('$name is $letters', ({ name, letters }) => {
  expect(initialsOf(name)).toBe(letters)
})

test('the same id has the same colour', () => {
  expect(colourOf('123')).toBe(colourOf('123'))
})

import { expect, test } from 'vitest'
import { isPassword } from './rule.ts'
import { loadStrength } from './strength.ts'

test.each([
  { password: '12345678', most: 0 },
  { password: 'password1', most: 0 },
  { password: 'sparrow2024', most: 1 },
  { password: 'ada.lovelace', most: 1 },
])('$password is weak', async ({ password, most }) => {
  expect((await loadStrength())(password, ['ada.lovelace'])).toBeLessThanOrEqual(most)
})

test.each(['a walk in the park', '海内存知己天涯若比邻', 'kX9#vw!2LqPz'])('%s is strong', async (password) => {
  expect((await loadStrength())(password, [])).toBeGreaterThanOrEqual(3)
})

test.each([
  { password: '1234567', username: 'ada', isGood: false },
  { password: '12345678', username: 'ada', isGood: true },
  { password: '🐦🐦🐦🐦', username: 'ada', isGood: false },
  { password: 'Ada.Lovelace', username: ' ada.lovelace', isGood: false },
  { password: 'x'.repeat(129), username: 'ada', isGood: false },
])('$password of $username is allowed: $isGood', ({ password, username, isGood }) => {
  expect(isPassword(password, username)).toBe(isGood)
})

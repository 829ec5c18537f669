import { expect, test } from 'vitest'
import { cameBack } from './provider.ts'

test.each([
  { search: '', is: { isIn: false } },
  { search: '?github=in', is: { isIn: true } },
  { search: '?to=%2Fme&github=credentials_wrong', is: { isIn: false, code: 'credentials_wrong' } },
])('$search is $is', ({ search, is }) => {
  expect(cameBack(search)).toEqual(is)
})

import { expect, test } from 'vitest'
import { changed } from './useProfile.ts'

test.each([
  { why: 'nothing', form: { nickname: 'Ada', signature: '', photo: '' }, sent: {} },
  { why: 'space at the end', form: { nickname: 'Ada ', signature: '', photo: '' }, sent: {} },
  { why: 'a new name', form: { nickname: '阿达', signature: '', photo: '' }, sent: { nickname: '阿达' } },
  { why: 'a line that was there before', form: { nickname: 'Ada', signature: '…', photo: '/x' }, sent: { signature: '…', photo: '/x' } },
])('$why is sent as $sent', ({ form, sent }) => {
  expect(changed(form, { nickname: 'Ada', signature: null })).toEqual(sent)
})

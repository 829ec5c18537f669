import { Refusal } from '@sparrow/sdk'
import { expect, test } from 'vitest'
import { useReading } from './reading.ts'
import { useSubmit } from './submit.ts'

test('a hint that comes while it is read leads to one more reading, not to one each', async () => {
  let asked = 0
  let truth = 'old'
  const reading = useReading(async () => {
    asked += 1
    const seen = truth
    await Promise.resolve()
    return seen
  })
  const first = reading.read()
  truth = 'new'
  await Promise.all([first, reading.read(), reading.read()])
  expect([reading.value.value, asked]).toEqual(['new', 2])
})

test('what is wrong with a field stands at the field, and nowhere else', async () => {
  const { wrong, problem, submit } = useSubmit({ nickname: 'profile.nickname.rule' })
  const refused = new Refusal({ code: 'invalid_body', errors: [{ pointer: '/nickname', message: 'is 1 to 64 characters' }] })
  expect(await submit(() => Promise.reject(refused))).toBe(false)
  expect([Object.keys(wrong.value), problem.value]).toEqual([['nickname'], ''])
  await submit(() => Promise.reject(new Refusal({ code: 'invalid_body', errors: [{ pointer: '/other' }] })))
  expect([Object.keys(wrong.value), problem.value]).toEqual([[], 'problem.internal'])
})

import { effectScope } from 'vue'
import { describe, expect, test } from 'vitest'
import { useComposer } from './useComposer.ts'

function composer(id = 'x') {
  const sent: string[] = []
  const scope = effectScope()
  const made = scope.run(() => useComposer(id, (text) => sent.push(text)))!
  let prevented = 0
  const press = (more: Partial<KeyboardEvent> = {}) =>
    made.key({ key: 'Enter', timeStamp: 1_000, preventDefault: () => (prevented += 1), ...more } as unknown as KeyboardEvent)
  return { made, sent, press, scope, prevented: () => prevented }
}

describe('Enter', () => {
  test('sends what is written, without the space round it', () => {
    const { made, sent, press } = composer()
    made.text.value = '  hello \n'
    press()
    expect([sent, made.text.value]).toEqual([['hello'], ''])
  })

  test.each([
    { why: 'with Shift', more: { shiftKey: true } },
    { why: 'in the middle of a composition', more: { isComposing: true } },
    { why: 'that belongs to the input method', more: { keyCode: 229 } },
  ])('$why does not send', ({ more }) => {
    const { made, sent, press, prevented } = composer()
    made.text.value = '你好'
    press(more)
    expect([sent, prevented()]).toEqual([[], 0])
  })

  test('that ends a composition does not send, the next one does', () => {
    const { made, sent, press } = composer()
    made.compositionStart()
    made.text.value = '你好'
    made.compositionEnd({ timeStamp: 995 } as Event)
    press({ timeStamp: 1_000 })
    expect(sent).toEqual([])
    press({ timeStamp: 2_000 })
    expect(sent).toEqual(['你好'])
  })
})

test('nothing but space is not sent, and neither is too much', () => {
  const { made, sent, press } = composer()
  made.text.value = ' \n '
  press()
  made.text.value = 'x'.repeat(5_001)
  press()
  expect([sent, made.left.value]).toEqual([[], -1])
  made.text.value = 'x'.repeat(5_000)
  press()
  expect(sent[0]).toHaveLength(5_000)
})

test('what was not sent is there when one comes back', () => {
  const first = composer('7')
  first.made.text.value = 'half a thou'
  first.scope.stop()
  expect(composer('7').made.text.value).toBe('half a thou')
  expect(composer('8').made.text.value).toBe('')
})

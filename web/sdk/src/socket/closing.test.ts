import { expect, test } from 'vitest'
import { afterClose } from './closing.ts'

const half = () => 0.5

test.each([
  { code: 1006, attempt: 0, asked: undefined, delayMs: 275, freshToken: false, why: 'a lost socket comes back at once' },
  { code: 1012, attempt: 0, asked: 1234, delayMs: 1234, freshToken: false, why: 'a draining gateway says when' },
  { code: 1012, attempt: 0, asked: undefined, delayMs: 275, freshToken: false, why: 'or does not say it' },
  { code: 1012, attempt: 2, asked: 1234, delayMs: 415, freshToken: false, why: 'and is not asked twice' },
  { code: 4401, attempt: 0, asked: undefined, delayMs: 275, freshToken: true, why: 'a stale token is renewed first' },
  { code: 4403, attempt: 0, asked: undefined, delayMs: 275, freshToken: true, why: 'the refresh says whether it is over' },
  { code: 4409, attempt: 0, asked: undefined, delayMs: 275, freshToken: false, why: 'a slow reader comes back' },
  { code: 4429, attempt: 0, asked: undefined, delayMs: 6_000, freshToken: false, why: 'a flood calms down' },
  { code: 4429, attempt: 0, asked: 9_000, delayMs: 9_000, freshToken: false, why: 'for as long as it is told' },
  { code: 4400, attempt: 0, asked: undefined, delayMs: 6_000, freshToken: false, why: 'what is not understood is not repeated fast' },
])('close $code at attempt $attempt: $why', ({ code, attempt, asked, delayMs, freshToken }) => {
  expect(afterClose(code, attempt, asked, half)).toEqual({ delayMs, freshToken })
})

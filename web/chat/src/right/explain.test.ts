import { beforeAll, expect, test, vi } from 'vitest'
import type { RightView } from '@sparrow/sdk'
import { speak } from '../app/i18n.ts'
import { explain, sorted } from './explain.ts'

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  await speak('en')
})

const right = (more: Partial<RightView>): RightView => ({ right: 'speak', held: true, grantedBy: ['user'], takenBy: [], sanctions: [], ...more })
const words = (one: RightView) => explain(one, (until) => `<${until}>`, (names) => names.join(' + '))

test.each([
  { why: 'a role that gives it', one: right({}), said: ['Given by: User'] },
  { why: 'a role made here', one: right({ grantedBy: ['user', 'Gärtner 🌱'] }), said: ['Given by: User + Gärtner 🌱'] },
  { why: 'nobody', one: right({ held: false, grantedBy: [] }), said: ['No role of yours gives it.'] },
  { why: 'a role that takes it', one: right({ held: false, takenBy: ['muted'] }), said: ['Given by: User', 'Taken by: Muted'] },
])('$why is named', ({ one, said }) => {
  expect(words(one)).toEqual(said)
})

test('a sanction is named with its end and its reason; of several, the moment when the right is back', () => {
  const until = '2026-03-01T09:00:00Z'
  const shouting = { id: '1', kind: 'mute' as const, reason: 'shouting', until }
  const said = words(right({ held: false, until, sanctions: [shouting] }))
  expect(said[1]).toMatch(/^Your account is muted until .+\. Reason: shouting$/)
  expect(said).toHaveLength(2)
  const more = words(right({ held: false, until, sanctions: [shouting, { ...shouting, id: '2', reason: 'again' }] }))
  expect(more[3]).toBe('You have it again <2026-03-01T09:00:00Z>.')
})

test('what was taken comes first, and what nobody gave stands apart', () => {
  const all = [right({ right: 'login' }), right({ right: 'admin', held: false, grantedBy: [] }), right({ right: 'speak', held: false })]
  expect(sorted(all).mine.map((one) => one.right)).toEqual(['speak', 'login'])
  expect(sorted(all).others.map((one) => one.right)).toEqual(['admin'])
})

import type { RightView } from '@sparrow/sdk'
import { expect, test } from 'vitest'
import { clockLeft, silenceOf } from './silence.ts'

const NOW = Date.parse('2026-03-01T08:00:00Z')
const SOON = '2026-03-01T08:01:00Z'
const LATER = '2026-03-02T08:00:00Z'
const speak = (sanctions: RightView['sanctions'], until?: string): RightView => ({ right: 'speak', held: false, grantedBy: ['user'], takenBy: [], sanctions, ...(until ? { until } : {}) })
const mute = (reason: string, until?: string) => ({ id: '1', kind: 'mute' as const, reason, ...(until ? { until } : {}) })
const open = { canSend: true }

test.each([
  { why: 'nothing', taken: undefined, facts: open, is: undefined },
  { why: 'a mute with an end', taken: speak([mute('a', SOON)], SOON), facts: open, is: { code: 'muted_account', reason: 'a', until: Date.parse(SOON) } },
  { why: 'two mutes', taken: speak([mute('a', SOON), mute('b', LATER)], LATER), facts: open, is: { code: 'muted_account', reason: 'b', until: Date.parse(LATER) } },
  { why: 'a mute for good beside one with an end', taken: speak([mute('a', SOON), mute('b')]), facts: open, is: { code: 'muted_account', reason: 'b' } },
  { why: 'a role that takes it', taken: speak([]), facts: open, is: { code: 'right_missing' } },
  { why: 'a mute in the group', taken: undefined, facts: { ...open, memberMutedUntil: SOON }, is: { code: 'muted_member', until: Date.parse(SOON) } },
  { why: 'a mute in the group that is over', taken: undefined, facts: { ...open, memberMutedUntil: '2026-03-01T07:59:59Z' }, is: undefined },
  { why: 'a muted group', taken: undefined, facts: { ...open, mutedUntil: SOON, role: 'member' }, is: { code: 'muted_group', until: Date.parse(SOON) } },
  { why: 'a muted group of which I am the owner', taken: undefined, facts: { ...open, mutedUntil: SOON, role: 'owner' }, is: undefined },
  { why: 'a block', taken: undefined, facts: { canSend: false, reason: 'blocked' }, is: { code: 'blocked' } },
])('$why is in the way', ({ taken, facts, is }) => {
  expect(silenceOf(taken, facts, NOW)).toEqual(is)
})

test.each([
  { ms: -5, days: 0, clock: '0:00' },
  { ms: 1, days: 0, clock: '0:01' },
  { ms: 125_000, days: 0, clock: '2:05' },
  { ms: 3_725_000, days: 0, clock: '1:02:05' },
  { ms: 90_000_000, days: 1, clock: '1:00:00' },
])('$ms ms are $days days and $clock', ({ ms, days, clock }) => {
  expect(clockLeft(ms)).toEqual({ days, clock })
})

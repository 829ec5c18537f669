import { expect, test } from 'vitest'
import { ordered } from './useDevices.ts'

const device = (id: string, lastUsedAt: string, current = false) => ({ id, deviceId: id, deviceName: id, createdAt: lastUsedAt, lastUsedAt, current })

test('this device comes first, then what was used last', () => {
  const all = [device('old', '2026-01-01T00:00:00Z'), device('new', '2026-03-01T00:00:00Z'), device('mine', '2025-01-01T00:00:00Z', true)]
  expect(ordered(all).map(({ id }) => id)).toEqual(['mine', 'new', 'old'])
})

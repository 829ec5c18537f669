import { beforeAll, describe, expect, test } from 'vitest'
import { speak } from './i18n.ts'
import { dayName, listTime } from './time.ts'

const now = new Date(2026, 10, 22, 19, 30).getTime()
const at = (year: number, month: number, day: number, hour = 9, minute = 5) => new Date(year, month - 1, day, hour, minute).getTime()

describe('in English', () => {
  beforeAll(async () => {
    Object.assign(globalThis, { document: { documentElement: {} } })
    await speak('en')
  })

  test.each([
    { time: at(2026, 11, 22), says: '09:05' },
    { time: at(2026, 11, 22, 0, 0), says: '00:00' },
    { time: at(2026, 11, 21, 23, 59), says: 'Yesterday' },
    { time: at(2026, 11, 19), says: 'Thu' },
    { time: at(2026, 11, 15), says: '11/15' },
    { time: at(2025, 12, 31), says: '12/31/2025' },
    { time: now + 5_000, says: '19:30' },
  ])('a list says $says', ({ time, says }) => {
    expect(listTime(time, now, 'en')).toBe(says)
  })

  test.each([
    { time: at(2026, 11, 22), says: 'Today' },
    { time: at(2026, 11, 21), says: 'Yesterday' },
    { time: at(2026, 11, 1), says: 'Sunday, November 1' },
    { time: at(2025, 11, 1), says: 'Saturday, November 1, 2025' },
  ])('a line between days says $says', ({ time, says }) => {
    expect(dayName(time, now, 'en')).toBe(says)
  })
})

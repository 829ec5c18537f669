import { onScopeDispose, ref, type Ref } from 'vue'
import { localeOf, t, type Language } from './i18n.ts'

/** Midnight of the day, in the person's own zone. */
export function dayOf(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0)
}

export function daysBetween(from: number, to: number): number {
  return Math.round((dayOf(to) - dayOf(from)) / 86_400_000)
}

export function clockTime(time: number, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(time)
}

/** Short, for a list: the time today, the weekday this week, else the date. */
export function listTime(time: number, now: number, language: Language): string {
  const days = daysBetween(time, now)
  if (days <= 0) return clockTime(time, language)
  if (days === 1) return t('conversation.yesterday')
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(localeOf(language), options).format(time)
  if (days < 7) return format({ weekday: 'short' })
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear()
  return format(sameYear ? { month: 'numeric', day: 'numeric' } : { year: 'numeric', month: 'numeric', day: 'numeric' })
}

/** For the line between two days. */
export function dayName(time: number, now: number, language: Language): string {
  const days = daysBetween(time, now)
  if (days === 0) return t('conversation.today')
  if (days === 1) return t('conversation.yesterday')
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear()
  const options: Intl.DateTimeFormatOptions = { month: 'long', day: 'numeric', weekday: 'long', ...(sameYear ? {} : { year: 'numeric' }) }
  return new Intl.DateTimeFormat(localeOf(language), options).format(time)
}

/** Day and time, for what one may want to remember. */
export function momentName(time: number, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(time)
}

/** The time of day as a value that moves; `every` in milliseconds. */
export function useNow(every: number): Ref<number> {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), every)
  onScopeDispose(() => clearInterval(timer))
  return now
}

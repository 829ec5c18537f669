import { readonly, ref, shallowRef } from 'vue'
import type { Key, Wording, Wordings } from './languages/wording.ts'

export type { Key }
export type Language = 'en' | 'zh'
export type Params = Readonly<Record<string, string | number>>

const loaders: Readonly<Record<Language, () => Promise<Wordings>>> = {
  en: async () => (await import('./languages/en.ts')).en,
  zh: async () => (await import('./languages/zh.ts')).zh,
}

const STORED = 'sparrow.language'
const language = ref<Language>('en')
const wordings = shallowRef<Wordings>()

/** The tag for dates, lists and the page itself. */
export function localeOf(one: Language): string {
  return one === 'zh' ? 'zh-CN' : 'en'
}

export function preferredLanguage(stored: string | null, browsers: readonly string[]): Language {
  const wanted = [...(stored ? [stored] : []), ...browsers].find((tag) => /^(zh|en)/i.test(tag))
  return wanted && /^zh/i.test(wanted) ? 'zh' : 'en'
}

export async function speak(wanted: Language): Promise<void> {
  wordings.value = await loaders[wanted]()
  language.value = wanted
  document.documentElement.lang = localeOf(wanted)
}

export async function chooseLanguage(wanted: Language): Promise<void> {
  await speak(wanted)
  localStorage.setItem(STORED, wanted)
}

/** What the account reads, where nobody chose on this device. */
export async function adoptLanguage(tag: string): Promise<void> {
  const wanted = preferredLanguage(tag, navigator.languages)
  if (!localStorage.getItem(STORED) && wanted !== language.value) await speak(wanted)
}

export function startLanguage(): Promise<void> {
  return speak(preferredLanguage(localStorage.getItem(STORED), navigator.languages))
}

/** Fills a text's `{names}`; which form it takes is decided by `n`. */
export function worded(wording: Wording, params: Params, locale: string): string {
  const text = typeof wording === 'string' ? wording : wording[new Intl.PluralRules(locale).select(Number(params['n'] ?? 0)) === 'one' ? 'one' : 'other']
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => apart(String(params[name] ?? whole)))
}

/** A name written from right to left keeps its direction to itself, and the sentence round it its own. */
function apart(value: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(value) ? `\u2068${value}\u2069` : value
}

export function t(key: Key, params: Params = {}): string {
  const wording = wordings.value?.[key]
  return wording === undefined ? key : worded(wording, params, localeOf(language.value))
}

/** The words for a problem's code, with the end of a sanction; a code nobody has heard of is still a sentence. */
export function problemText(code: string, until?: string): string {
  const key = `problem.${code}`
  const format = new Intl.DateTimeFormat(localeOf(language.value), { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
  const end = until ? t('problem.until', { time: format.format(new Date(until)) }) : ''
  return t(wordings.value && key in wordings.value ? (key as Key) : 'problem.internal', { until: end })
}

export function useI18n() {
  return { t, problemText, language: readonly(language) }
}

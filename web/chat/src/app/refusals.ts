import { codeOf, Refusal } from '@sparrow/sdk'
import { problemText, t } from './i18n.ts'

/** What a refusal says to a person: with its end, and with the reason that somebody wrote. */
export function refusalText(fault: unknown): string {
  if (!(fault instanceof Refusal) || !fault.reason) return problemText(codeOf(fault))
  const said = problemText(fault.code === 'right_missing' ? 'banned' : fault.code, fault.until)
  return `${said} ${t('problem.reason', { reason: fault.reason })}`
}

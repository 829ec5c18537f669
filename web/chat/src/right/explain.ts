import type { RightView } from '@sparrow/sdk'
import { problemText, t } from '../app/i18n.ts'
import { roleText } from './words.ts'

/** Why a right is held or not, a sentence for each reason. */
export function explain(right: RightView, end: (until: string) => string, list: (names: readonly string[]) => string): readonly string[] {
  const roles = (names: readonly string[]) => list(names.map(roleText))
  const said: string[] = []
  if (right.grantedBy.length > 0) said.push(t('right.given', { roles: roles(right.grantedBy) }))
  else said.push(t('right.ungiven'))
  if (right.takenBy.length > 0) said.push(t('right.taken', { roles: roles(right.takenBy) }))
  for (const { kind, reason, until } of right.sanctions) {
    said.push(`${problemText(kind === 'ban' ? 'banned' : 'muted_account', until ?? undefined)} ${t('problem.reason', { reason })}`)
  }
  // One sanction says its own end.
  if (right.sanctions.length > 1 && right.until) said.push(t('right.back', { time: end(right.until) }))
  return said
}

/** What is mine or was taken from me first; what nobody gave me is for the curious. */
export function sorted(rights: readonly RightView[]): { mine: readonly RightView[]; others: readonly RightView[] } {
  const isMine = (one: RightView) => one.grantedBy.length > 0
  const mine = rights.filter(isMine).sort((a, b) => Number(a.held) - Number(b.held) || a.right.localeCompare(b.right))
  return { mine, others: rights.filter((one) => !isMine(one)) }
}

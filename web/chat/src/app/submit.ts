import { codeOf, Refusal } from '@sparrow/sdk'
import { computed, ref, shallowRef } from 'vue'
import { t, type Key } from './i18n.ts'
import { refusalText } from './refusals.ts'

/**
 * One form: busy while it is sent, and what the server said of it. `rules` has the words for each field that the server
 * may point at; `codes` has other words where a problem means something of its own in this form.
 */
export function useSubmit(rules: Readonly<Record<string, Key>> = {}, codes: Readonly<Record<string, Key>> = {}) {
  const isBusy = ref(false)
  const fault = shallowRef<unknown>()
  // Keys until they are drawn: another language is another text at once.
  const wrong = computed<Readonly<Record<string, string>>>(() => {
    const fields = wrongFields(fault.value).filter((name) => name in rules)
    return Object.fromEntries(fields.map((name) => [name, t(rules[name] ?? 'problem.invalid_body')]))
  })
  const problem = computed(() => {
    if (fault.value === undefined || Object.keys(wrong.value).length > 0) return ''
    const own = codes[codeOf(fault.value)]
    return own ? t(own) : refusalText(fault.value)
  })

  /** False when it was refused, or when one is on its way already. */
  async function submit(send: () => Promise<unknown>): Promise<boolean> {
    if (isBusy.value) return false
    isBusy.value = true
    fault.value = undefined
    try {
      await send()
      return true
    } catch (refused) {
      fault.value = refused
      return false
    } finally {
      isBusy.value = false
    }
  }

  return { isBusy, fault, wrong, problem, submit }
}

/** The first step of each pointer: `/nickname` is `nickname`. */
export function wrongFields(fault: unknown): readonly string[] {
  if (!(fault instanceof Refusal)) return []
  return fault.errors.flatMap(({ pointer }) => pointer?.split('/')[1] ?? [])
}

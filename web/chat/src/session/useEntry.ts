import { computed, reactive, ref } from 'vue'
import { codeOf, Refusal } from '@sparrow/sdk'
import { useClient } from '../app/client.ts'
import { problemText, t } from '../app/i18n.ts'

export const USERNAME = /^[a-z0-9_.-]{3,32}$/i
export const PASSWORD_MIN = 8
export const PASSWORD_MAX = 128

/** The verbs of the two forms at the door: what is typed, what is wrong with it, and the way in. */
export function useEntry(isNew: boolean) {
  const { client } = useClient()
  const form = reactive({ username: '', password: '', nickname: '' })
  const isBusy = ref(false)
  const problem = ref('')
  const isTried = ref(false)

  // A log-in is never told the rules: names and passwords of older days must still fit.
  const wrong = computed(() => ({
    username: isNew && !USERNAME.test(form.username.trim()) ? t('session.username.rule') : '',
    password: isNew && !isPassword(form.password, form.username) ? t('session.password.rule') : '',
  }))
  const isReady = computed(() => form.username.trim() !== '' && form.password !== '')

  async function enter(): Promise<boolean> {
    isTried.value = true
    problem.value = ''
    if (wrong.value.username || wrong.value.password || isBusy.value) return false
    isBusy.value = true
    try {
      const nickname = form.nickname.trim()
      const credentials = { username: form.username.trim(), password: form.password, ...(nickname ? { nickname } : {}) }
      await (isNew ? client.register(credentials) : client.logIn(credentials))
      return true
    } catch (fault) {
      problem.value = said(fault)
      return false
    } finally {
      isBusy.value = false
    }
  }

  return { form, wrong, isReady, isBusy, isTried, problem, enter }
}

function isPassword(password: string, username: string): boolean {
  const { length } = Array.from(password)
  return length >= PASSWORD_MIN && length <= PASSWORD_MAX && password.toLowerCase() !== username.trim().toLowerCase()
}

/** A wrong field is named by the rule it breaks; everything else by its code. */
function said(fault: unknown): string {
  const pointer = fault instanceof Refusal ? (fault.errors[0]?.pointer ?? '') : ''
  if (pointer.includes('username')) return t('session.username.rule')
  if (pointer.includes('password')) return t('session.password.rule')
  return problemText(codeOf(fault))
}

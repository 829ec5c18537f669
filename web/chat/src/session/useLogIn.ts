import { codeOf } from '@sparrow/sdk'
import { computed, reactive, ref } from 'vue'
import { useClient } from '../app/client.ts'
import type { Key } from '../app/i18n.ts'
import { useSubmit } from '../app/submit.ts'

/** The way in: name and password, and a code where the account asks for one. */
export function useLogIn() {
  const { client } = useClient()
  const form = reactive({ username: '', password: '', code: '' })
  const needsCode = ref(false)
  const isTried = ref(false)
  const codes: Record<string, Key> = reactive({})
  const { isBusy, fault, problem, submit } = useSubmit({}, codes)
  const isReady = computed(() => form.username.trim() !== '' && form.password !== '' && (!needsCode.value || form.code.trim() !== ''))

  async function enter(): Promise<boolean> {
    isTried.value = true
    const { username, password, code } = form
    const attempt = { username: username.trim(), password, ...(needsCode.value ? { code: code.trim() } : {}) }
    if (await submit(() => client.logIn(attempt))) return true
    if (codeOf(fault.value) === 'second_factor_needed') askCode()
    return false
  }

  function askCode(): void {
    fault.value = undefined
    form.code = ''
    needsCode.value = true
    // The password was right: what is wrong from now on is the code.
    codes['credentials_wrong'] = 'session.code.wrong'
  }

  /** To another name or password. */
  function back(): void {
    fault.value = undefined
    needsCode.value = false
    form.password = ''
    delete codes['credentials_wrong']
  }

  return { form, needsCode, isTried, isBusy, isReady, problem, enter, back }
}

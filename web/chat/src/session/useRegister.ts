import type { DoorView, NewAccount } from '@sparrow/sdk'
import { computed, reactive, ref, type Ref } from 'vue'
import { useClient } from '../app/client.ts'
import { t } from '../app/i18n.ts'
import { useSubmit } from '../app/submit.ts'
import { isPassword } from '../password/rule.ts'

export const USERNAME = /^[a-z0-9_.-]{3,32}$/i

const rules = { username: 'session.username.rule', password: 'session.password.rule', nickname: 'profile.nickname.rule', invitation: 'session.invitation.wrong', note: 'problem.invalid_body' } as const

/** A new account; where an administrator decides, `isWaiting` is what comes of it. */
export function useRegister(door: Ref<DoorView | undefined>, invited: string) {
  const { client } = useClient()
  const form = reactive({ username: '', nickname: '', password: '', invitation: invited, note: '' })
  const isTried = ref(false)
  const isWaiting = ref(false)
  const sending = useSubmit(rules)

  // What can be known here is said before anything is sent; the server has the last word.
  const own = computed(() => ({
    username: USERNAME.test(form.username.trim()) ? '' : t('session.username.rule'),
    password: isPassword(form.password, form.username) ? '' : t('session.password.rule'),
    invitation: door.value?.mode === 'invitation' && !form.invitation.trim() ? t('session.invitation.wrong') : '',
  }))
  const wrong = computed(() => (isTried.value ? { ...sending.wrong.value, ...filled(own.value) } : {}) as Readonly<Record<string, string>>)
  const isReady = computed(() => form.username.trim() !== '' && form.password !== '')

  async function enter(): Promise<boolean> {
    isTried.value = true
    if (Object.values(own.value).some(Boolean)) return false
    const isSent = await sending.submit(async () => (isWaiting.value = (await client.register(account())) === 'waiting'))
    return isSent && !isWaiting.value
  }

  function account(): NewAccount {
    const { username, password, ...rest } = form
    const more = door.value?.mode === 'invitation' ? ['nickname', 'invitation'] : ['nickname', 'note']
    const given = Object.entries(rest).filter(([name, value]) => more.includes(name) && value.trim() !== '')
    return { username: username.trim(), password, ...Object.fromEntries(given.map(([name, value]) => [name, value.trim()])) }
  }

  return { form, wrong, isReady, isWaiting, isBusy: sending.isBusy, problem: sending.problem, enter }
}

function filled(all: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text))
}

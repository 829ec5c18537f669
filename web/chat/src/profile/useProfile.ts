import type { ProfileChange } from '@sparrow/sdk'
import { computed, reactive, watch } from 'vue'
import { useAccount, useLive } from '../app/client.ts'
import { useSubmit } from '../app/submit.ts'

const rules = { nickname: 'profile.nickname.rule', signature: 'profile.signature.rule', photo: 'profile.photo.rule' } as const

/** My profile in a form: the fields are sent together, a switch by itself at once. */
export function useProfile() {
  const { myself } = useAccount()
  const me = useLive(['people'], () => myself.profile)
  const form = reactive({ nickname: '', signature: '', photo: '' })
  const fields = useSubmit(rules)
  const single = useSubmit()

  // What somebody types stays when the profile comes in from another device; what he has not touched follows it.
  watch(me, (now, before) => {
    for (const name of ['nickname', 'signature', 'photo'] as const) {
      if (!before || form[name] === (before[name] ?? '')) form[name] = now?.[name] ?? ''
    }
  }, { immediate: true })

  const change = computed<ProfileChange>(() => changed(form, me.value ?? {}))
  return {
    me,
    form,
    isChanged: computed(() => Object.keys(change.value).length > 0),
    isBusy: fields.isBusy,
    wrong: fields.wrong,
    problem: computed(() => fields.problem.value || single.problem.value),
    save: () => fields.submit(() => myself.change(change.value)),
    set: (one: ProfileChange) => single.submit(() => myself.change(one)),
  }
}

type Fields = Readonly<Record<'nickname' | 'signature' | 'photo', string>>

/** Only what is other than before. */
export function changed(form: Fields, before: Partial<Record<keyof Fields, string | null>>): ProfileChange {
  const names = (Object.keys(form) as (keyof Fields)[]).filter((name) => form[name].trim() !== (before[name] ?? ''))
  return Object.fromEntries(names.map((name) => [name, form[name].trim()]))
}

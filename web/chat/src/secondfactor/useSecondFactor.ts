import type { SecondFactorBegun } from '@sparrow/sdk'
import { ref, shallowRef } from 'vue'
import { useAccount } from '../app/client.ts'
import { useSubmit } from '../app/submit.ts'

/** A second factor's life as a person sees it: off → begun (the picture) → codes (shown once) → on → off. */
export type Factor = { is: 'unknown' } | { is: 'off' } | { is: 'begun'; secret: SecondFactorBegun } | { is: 'codes'; codes: readonly string[] } | { is: 'on' }

export function useSecondFactor() {
  const { myself } = useAccount()
  const factor = shallowRef<Factor>({ is: 'unknown' })
  const code = ref('')
  const { isBusy, problem, submit } = useSubmit({}, { credentials_wrong: 'session.code.wrong' })

  async function to(next: () => Promise<Factor>): Promise<void> {
    await submit(async () => {
      factor.value = await next()
      code.value = ''
    })
  }

  const read = () => to(async () => ({ is: (await myself.hasSecondFactor()) ? 'on' : 'off' }))
  void read()
  return {
    factor,
    code,
    isBusy,
    problem,
    read,
    begin: () => to(async () => ({ is: 'begun', secret: await myself.beginSecondFactor() })),
    confirm: () => to(async () => ({ is: 'codes', codes: await myself.confirmSecondFactor(code.value.trim()) })),
    saved: () => (factor.value = { is: 'on' }),
    end: () => to(async () => (await myself.endSecondFactor(code.value.trim()), { is: 'off' })),
  }
}

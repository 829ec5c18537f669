import type { SessionView } from '@sparrow/sdk'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { useAccount } from '../app/client.ts'
import { useSubmit } from '../app/submit.ts'

/** My log-ins, this one first; read again whenever one comes or goes. */
export function useDevices() {
  const { myself, events } = useAccount()
  const devices = shallowRef<readonly SessionView[]>()
  const ending = ref('')
  const reading = useSubmit()
  const sending = useSubmit()

  async function read(): Promise<void> {
    await reading.submit(async () => (devices.value = ordered(await myself.devices())))
  }

  async function end(run: () => Promise<void>, which: string): Promise<boolean> {
    ending.value = which
    const isDone = await sending.submit(run)
    ending.value = ''
    await read()
    return isDone
  }

  onScopeDispose(events.on('devices', () => void read()))
  void read()
  return {
    devices,
    ending,
    read,
    problem: sending.problem,
    unread: reading.problem,
    end: (id: string) => end(() => myself.end(id), id),
    endOthers: () => end(() => myself.endOthers(), 'others'),
  }
}

/** This one, then what was used last. */
export function ordered(devices: readonly SessionView[]): readonly SessionView[] {
  return [...devices].sort((a, b) => Number(b.current) - Number(a.current) || Date.parse(b.lastUsedAt) - Date.parse(a.lastUsedAt))
}

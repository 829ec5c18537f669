import type { SessionView } from '@sparrow/sdk'
import { onScopeDispose, ref } from 'vue'
import { useAccount } from '../app/client.ts'
import { useReading } from '../app/reading.ts'
import { useSubmit } from '../app/submit.ts'

/** My log-ins, this one first; read again whenever one comes or goes. */
export function useDevices() {
  const { myself, events } = useAccount()
  const ending = ref('')
  const { value: devices, problem: unread, read } = useReading(async () => ordered(await myself.devices()))
  const sending = useSubmit()

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
    unread,
    end: (id: string) => end(() => myself.end(id), id),
    endOthers: () => end(() => myself.endOthers(), 'others'),
  }
}

/** This one, then what was used last. */
export function ordered(devices: readonly SessionView[]): readonly SessionView[] {
  return [...devices].sort((a, b) => Number(b.current) - Number(a.current) || Date.parse(b.lastUsedAt) - Date.parse(a.lastUsedAt))
}

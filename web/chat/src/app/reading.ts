import { shallowRef, type ShallowRef } from 'vue'
import { useSubmit } from './submit.ts'

/** Something of the server's, read again on each hint. A hint that comes while it is being read is not lost: it is read once more. */
export function useReading<T>(load: () => Promise<T>) {
  const value = shallowRef() as ShallowRef<T | undefined>
  const { isBusy, problem, submit } = useSubmit()
  let isWanted = false

  async function read(): Promise<void> {
    isWanted = true
    while (isWanted && !isBusy.value) {
      isWanted = false
      await submit(async () => (value.value = await load()))
    }
  }

  return { value, problem, read }
}

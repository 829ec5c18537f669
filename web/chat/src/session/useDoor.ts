import type { DoorView } from '@sparrow/sdk'
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { useClient } from '../app/client.ts'

/** Who may come in here, and how. Undefined until it is known; a server that does not say it decides when it is asked. */
export function useDoor(): ShallowRef<DoorView | undefined> {
  const { client } = useClient()
  const door = shallowRef<DoorView>()
  let isOver = false
  onScopeDispose(() => (isOver = true))
  client.door().then(
    (view) => isOver || (door.value = view),
    () => isOver || (door.value = { mode: 'open' }),
  )
  return door
}

import { nextTick, onBeforeUnmount, onBeforeUpdate, onMounted, onUpdated, ref, type Ref } from 'vue'

/** Nearer to the newest message than this counts as being there. Pixels. */
const NEAR = 60

/**
 * A pane that stands at its end and stays there while more comes, and that does not move under a reader who is
 * elsewhere, whatever is added above or below. The pane is a column in reverse: its end is scroll position 0.
 */
export function useScroll(pane: Ref<HTMLElement | undefined>, onShown: (seq: number) => void) {
  const isAtEnd = ref(true)
  let held: { element: HTMLElement; top: number } | undefined
  let frame = 0

  function look(): void {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      const element = pane.value
      if (!element) return
      isAtEnd.value = Math.abs(element.scrollTop) < NEAR
      const seq = lastSeen(element)
      if (seq !== undefined && document.visibilityState === 'visible') onShown(seq)
    })
  }

  function toEnd(isSmooth = false): void {
    pane.value?.scrollTo({ top: 0, behavior: isSmooth ? 'smooth' : 'instant' })
    look()
  }

  /** Brings an element near the top of the pane, if it lies above. */
  async function toStartOf(selector: string): Promise<void> {
    await nextTick()
    const element = pane.value?.querySelector<HTMLElement>(selector)
    if (!pane.value || !element) return
    const above = element.getBoundingClientRect().top - pane.value.getBoundingClientRect().top - 70
    if (above < 0) pane.value.scrollBy({ top: above, behavior: 'instant' })
    look()
  }

  onBeforeUpdate(() => (held = isAtEnd.value ? undefined : firstSeen(pane.value)))
  onUpdated(() => {
    if (held?.element.isConnected && pane.value) {
      const moved = held.element.getBoundingClientRect().top - held.top
      if (Math.abs(moved) > 0.5) pane.value.scrollTop += moved
    }
    look()
  })
  onMounted(() => {
    look()
    document.addEventListener('visibilitychange', look)
  })
  onBeforeUnmount(() => {
    cancelAnimationFrame(frame)
    document.removeEventListener('visibilitychange', look)
  })
  return { isAtEnd, look, toEnd, toStartOf }
}

function firstSeen(pane: HTMLElement | undefined): { element: HTMLElement; top: number } | undefined {
  if (!pane) return undefined
  const edge = pane.getBoundingClientRect().top
  for (const element of pane.querySelectorAll<HTMLElement>('[data-row]')) {
    const { top, bottom } = element.getBoundingClientRect()
    if (bottom > edge) return { element, top }
  }
  return undefined
}

/** The newest message whose beginning is on the screen. */
function lastSeen(pane: HTMLElement): number | undefined {
  const edge = pane.getBoundingClientRect().bottom
  const messages = [...pane.querySelectorAll<HTMLElement>('[data-seq]')]
  const seen = messages.findLast((element) => element.getBoundingClientRect().top < edge)
  return seen ? Number(seen.dataset['seq']) : undefined
}

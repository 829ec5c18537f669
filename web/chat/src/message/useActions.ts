import { codeOf } from '@sparrow/sdk'
import { computed, ref, type Ref } from 'vue'
import { useAccount } from '../app/client.ts'
import { problemText, t } from '../app/i18n.ts'
import type { Action } from '../ui/action.ts'
import { showConfirmDialog, showToast } from '../ui/vant.ts'
import type { Bubble } from './rows.ts'

/** How long one may take back what one said; the server has the last word. */
const RECALL_MS = 120_000
/** A finger that rests this long asks for the menu. */
const PRESS_MS = 450
/** Room that the menu wants below a message; else it opens above. */
const MENU_PX = 190

/** What can be done with a message, and how a person asks for it: right button, Enter, or a finger that rests. */
export function useActions(props: { readonly bubble: Bubble }, text: Ref<string | undefined>, isOpen: Ref<boolean>) {
  const account = useAccount()
  /** Where there is room for the menu. */
  const side = ref<'top' | 'bottom'>('bottom')
  let timer: ReturnType<typeof setTimeout> | undefined

  const actions = computed<Action[]>(() => {
    const all: Action[] = []
    if (text.value !== undefined) all.push({ icon: 'copy', text: t('action.copy'), run: () => void copy(), testid: 'action-copy' })
    // Asked anew each time the menu opens: the window closes while the message stands there.
    if (isOpen.value && canRecall()) all.push({ icon: 'undo', text: t('action.recall'), run: () => void recall(), isDangerous: true, testid: 'action-recall' })
    return all
  })

  function canRecall(): boolean {
    const { item, isMine } = props.bubble
    return isMine && item !== undefined && account.serverNow - Date.parse(item.createdAt) < RECALL_MS
  }

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text.value ?? '').then(() => showToast(t('message.copied')), () => {})
  }

  async function recall(): Promise<void> {
    const { item } = props.bubble
    if (!item) return
    const options = { message: t('message.recall.ask'), confirmButtonText: t('action.recall'), cancelButtonText: t('action.cancel') }
    if (!(await showConfirmDialog(options).then(() => true, () => false))) return
    await account.messages.recall(item.conversationId, item.seq).catch((problem: unknown) => showToast(problemText(codeOf(problem))))
  }

  function openMenu(event: Event): void {
    if (event.type === 'contextmenu' && getSelection()?.type === 'Range') return
    event.preventDefault()
    open(event.currentTarget)
  }

  function open(body: EventTarget | null): void {
    const below = body instanceof Element ? innerHeight - body.getBoundingClientRect().bottom : innerHeight
    side.value = below < MENU_PX ? 'top' : 'bottom'
    isOpen.value = true
  }

  return {
    actions,
    side,
    openMenu,
    press: ({ currentTarget }: Event) => (timer = setTimeout(() => open(currentTarget), PRESS_MS)),
    release: () => clearTimeout(timer),
  }
}

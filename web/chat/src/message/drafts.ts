import { shallowReactive } from 'vue'

const drafts = shallowReactive(new Map<string, string>())

/** What was typed and not sent, by conversation, for as long as the page is open. */
export function useDrafts() {
  return {
    draftOf: (id: string): string => drafts.get(id) ?? '',
    keepDraft(id: string, text: string): void {
      if (text.trim()) drafts.set(id, text)
      else drafts.delete(id)
    },
    forgetDrafts: (): void => drafts.clear(),
  }
}

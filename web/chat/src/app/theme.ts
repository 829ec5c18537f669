import { ref } from 'vue'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const STORED = 'sparrow.theme'

function stored(): Theme {
  const value = localStorage.getItem(STORED)
  return themes.find((theme) => theme === value) ?? 'system'
}

const theme = ref<Theme>(stored())

/** The chosen theme; `system` leaves the choice to the browser. `theme.js` applies it before the first paint. */
export function useTheme() {
  return {
    theme,
    choose(wanted: Theme): void {
      theme.value = wanted
      localStorage.setItem(STORED, wanted)
      if (wanted === 'system') delete document.documentElement.dataset['theme']
      else document.documentElement.dataset['theme'] = wanted
    },
  }
}

import type { IconName } from './icons.ts'

/** One line of a menu. */
export interface Action {
  readonly icon: IconName
  readonly text: string
  readonly run: () => void
  readonly isDangerous?: boolean
  readonly testid?: string
}

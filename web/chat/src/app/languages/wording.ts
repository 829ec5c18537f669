import type { en } from './en.ts'

/** A text, or a text for one and a text for any other number `n`. */
export type Wording = string | { readonly one: string; readonly other: string }
/** What can be said: English has it all, and every other language has the same. */
export type Key = keyof typeof en
export type Wordings = Readonly<Record<Key, Wording>>

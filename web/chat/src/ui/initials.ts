/** Colours with at least 4.5:1 against white. */
const colours = ['#0b7f5b', '#2f6fb3', '#8a5a00', '#b0416a', '#6a55c2', '#177e89', '#a8452c', '#4d7a1f', '#9b3fa0', '#55697a'] as const

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What stands for a face without a picture: the last character of a Chinese name, two first letters of a Latin one, else one character. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = graphemes(words[0] ?? '?')
  if (/\p{Script=Han}/u.test(name)) return graphemes(words.at(-1) ?? '?').at(-1) ?? '?'
  const isLatin = /^\p{Script=Latin}/u.test(first[0] ?? '')
  const last = isLatin && words.length > 1 ? graphemes(words.at(-1) ?? '')[0] : undefined
  const second = last && /^\p{L}/u.test(last) ? last : undefined
  return `${first[0] ?? '?'}${second ?? ''}`.toLocaleUpperCase()
}

/** Always the same colour for the same id. */
export function colourOf(id: string): string {
  let sum = 7
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) >>> 0
  return colours[sum % colours.length] ?? colours[0]
}

function graphemes(word: string): string[] {
  return Array.from(segmenter.segment(word), (part) => part.segment)
}

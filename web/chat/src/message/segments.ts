export interface Segment {
  readonly text: string
  /** The address where the segment is one: exactly what is shown. */
  readonly href?: string
}

const LINK = /https?:\/\/[^\s<>"'“”‘’，。；！？（）【】《》]+/giu
/** Marks that end a sentence rather than an address. */
const TAIL = /[.,;:!?)\]}…]+$/u

/** Cuts a text into words and addresses. Only http and https become links, and a link never shows another address than its own. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = []
  let from = 0
  for (const match of text.matchAll(LINK)) {
    const address = match[0].replace(TAIL, '')
    if (!isAddress(address)) continue
    if (match.index > from) segments.push({ text: text.slice(from, match.index) })
    segments.push({ text: address, href: address })
    from = match.index + address.length
  }
  if (from < text.length) segments.push({ text: text.slice(from) })
  return segments
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).hostname !== ''
}

/** So many emoji and nothing else are drawn large, without a bubble. */
const LARGE = 6
const EMOJI_ONLY = /^(?:\p{RGI_Emoji}|\s)+$/v
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export function isLargeEmoji(text: string): boolean {
  if (text.length > 80 || !EMOJI_ONLY.test(text)) return false
  const emoji = Array.from(segmenter.segment(text.replace(/\s/g, '')))
  return emoji.length > 0 && emoji.length <= LARGE
}

import { describe, expect, test } from 'vitest'
import { isLargeEmoji, segmentsOf } from './segments.ts'

const links = (text: string) => segmentsOf(text).flatMap((segment) => (segment.href ? [segment.href] : []))

test.each([
  { text: 'no link', found: [] },
  { text: 'see https://example.org/a?b=c.', found: ['https://example.org/a?b=c'] },
  { text: '看https://example.org/路，再说', found: ['https://example.org/路'] },
  { text: '(http://a.example) and http://b.example!', found: ['http://a.example', 'http://b.example'] },
  { text: 'javascript:alert(1) data:text/html,x', found: [] },
  { text: 'https:// nothing', found: [] },
  { text: '<a href="https://a.example/x">y</a>', found: ['https://a.example/x'] },
])('in “$text” the links are $found', ({ text, found }) => {
  expect(links(text)).toEqual(found)
})

test('cut or not, nothing of a text is lost', () => {
  const text = 'a https://a.example, b\n\nhttps://b.example). c'
  expect(segmentsOf(text).map((segment) => segment.text).join('')).toBe(text)
})

describe('large emoji', () => {
  test.each(['❤️', '👨‍👩‍👧‍👦🏳️‍🌈👍🏽', '🦆🦆🦆', '😀 😀'])('%s is drawn large', (text) => {
    expect(isLargeEmoji(text)).toBe(true)
  })
  test.each(['', ' ', '1', '12 #', 'ok 👍', '😀'.repeat(7), '好'])('“%s” is not', (text) => {
    expect(isLargeEmoji(text)).toBe(false)
  })
})

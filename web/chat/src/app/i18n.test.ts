import { codes, localCodes } from '@sparrow/sdk'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { preferredLanguage, worded } from './i18n.ts'
import type { Wording } from './languages/wording.ts'
import { en } from './languages/en.ts'
import { zh } from './languages/zh.ts'

const names = (wording: Wording) => {
  const texts = typeof wording === 'string' ? [wording] : [wording.one, wording.other]
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1])))].sort()
}
const keys = Object.keys(en) as (keyof typeof en)[]

describe('both languages', () => {
  test('have the same keys', () => {
    expect(Object.keys(zh).sort()).toEqual([...keys].sort())
  })

  test('say every key, and fill in the same names', () => {
    const wrong = keys.filter((key) => names(en[key]).join() !== names(zh[key]).join() || JSON.stringify(zh[key]).length < 3)
    expect(wrong).toEqual([])
  })

  test('have words for every problem the server or the client knows', () => {
    const missing = [...codes, ...localCodes].filter((code) => !(`problem.${code}` in en))
    expect(missing).toEqual([])
  })

  test('hold no key that nothing says', () => {
    const root = join(import.meta.dirname, '..')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(vue|ts)$/.test(file) && !/languages|test\.ts/.test(file))
    const source = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
    const made = /^(problem|system|message\.(sending|sent|read|failed)|me\.theme|password\.strength)\b/
    expect(keys.filter((key) => !source.includes(`'${key}'`) && !made.test(key))).toEqual([])
  })
})

test('the SDK knows exactly the problems of the contracts', () => {
  const file = join(import.meta.dirname, '../../../../contracts/src/main/java/im/sparrow/contracts/Problem.java')
  const inContracts = [...readFileSync(file, 'utf8').matchAll(/^ {4}([A-Z_]+)\(\d{3}, (?:true|false)\)[,;]/gm)].map((match) => match[1]!.toLowerCase())
  expect([...codes].sort()).toEqual(inContracts.sort())
})

test.each([
  { stored: null, browsers: ['zh-TW', 'en'], language: 'zh' },
  { stored: null, browsers: ['fr', 'en-GB'], language: 'en' },
  { stored: null, browsers: ['fr'], language: 'en' },
  { stored: 'zh', browsers: ['en-US'], language: 'zh' },
])('a browser that speaks $browsers with $stored stored gets $language', ({ stored, browsers, language }) => {
  expect(preferredLanguage(stored, browsers)).toBe(language)
})

test('a number chooses the form, and a name that is missing is seen', () => {
  expect(worded({ one: '{n} message', other: '{n} messages' }, { n: 1 }, 'en')).toBe('1 message')
  expect(worded({ one: '{n} message', other: '{n} messages' }, { n: 5 }, 'en')).toBe('5 messages')
  expect(worded('{actor} left', {}, 'en')).toBe('{actor} left')
})

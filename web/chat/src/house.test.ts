import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = import.meta.dirname
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const pages = files.filter((file) => /\.(vue|css)$/.test(file))
const code = files.filter((file) => /\.(vue|ts)$/.test(file) && !file.endsWith('.test.ts'))

test('nothing is ever put into the page as HTML', () => {
  expect(code.filter((file) => /v-html|innerHTML|insertAdjacentHTML|document\.write/.test(read(file)))).toEqual([])
})

test('no address of another host is in the page', () => {
  const foreign = code.filter((file) => !file.startsWith('mocked') && /https?:\/\/(?!www\.w3\.org)[a-z]/i.test(read(file)))
  expect(foreign).toEqual([])
})

test('styles speak of start and end, never of left and right', () => {
  const physical = /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)\s*:/m
  const styles = pages.map((file) => [file, file.endsWith('.css') ? read(file) : (/<style[\s\S]*$/.exec(read(file))?.[0] ?? '')] as const)
  expect(styles.filter(([, style]) => physical.test(style)).map(([file]) => file)).toEqual([])
})

test('colours are named in the tokens and nowhere else', () => {
  const allowed = new Set(['ui/tokens.css', 'ui/initials.ts'])
  const own = /#[0-9a-f]{6}\b|rgb\(/i
  const coloured = [...pages, ...code].filter((file) => !allowed.has(file) && own.test(read(file)))
  expect([...new Set(coloured)]).toEqual([])
})

test('only the shell and the SDK know a server: rooms get everything through the account', () => {
  expect(code.filter((file) => !file.startsWith('mocked') && /\bfetch\(|new WebSocket|XMLHttpRequest/.test(read(file)))).toEqual([])
})

test('components stay small', () => {
  const sizes = files.filter((file) => file.endsWith('.vue')).map((file) => read(file).split('\n').length)
  sizes.sort((a, b) => a - b)
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60)
  expect(sizes.at(-1)).toBeLessThanOrEqual(200)
})

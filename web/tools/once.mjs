// Runs a command only when something it depends on has changed since it last succeeded:
//   node tools/once.mjs NAME 'COMMAND' OUTPUT INPUT...
// So that building a Java service beside it costs the web half a second. The stamps stand in target/.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [name, command, output, ...inputs] = process.argv.slice(2)
const left = new Set(['node_modules', 'dist', 'target'])
const hash = createHash('sha256').update(`${command} ${process.version}`)

function digest(path) {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) {
    hash.update(path).update('\0').update(readFileSync(path))
    return
  }
  for (const entry of readdirSync(path).sort()) if (!left.has(entry)) digest(join(path, entry))
}

for (const input of inputs) digest(input)
const now = hash.digest('hex')
const stamp = join('target', `${name}.stamp`)
const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
if (before === now && existsSync(output)) {
  console.log(`${name}: up to date`)
} else {
  const { status } = spawnSync(command, { stdio: 'inherit', shell: true })
  if (status !== 0) process.exit(status ?? 1)
  mkdirSync('target', { recursive: true })
  writeFileSync(stamp, now)
}

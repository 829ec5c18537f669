import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Writes one file per test file in Surefire's form, so that these tests are counted like all the others. */
export default class SurefireReporter implements Reporter {
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    rmSync(this.folder, { recursive: true, force: true })
    mkdirSync(this.folder, { recursive: true })
    for (const module of modules) this.write(module)
  }

  private write(module: TestModule): void {
    const name = `web.${relative(process.cwd(), module.moduleId).replace(/\.test\.ts$/, '').replace(/[/\\]/g, '.')}`
    const tests = [...module.children.allTests()]
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const cases = tests.map((test) => caseOf(name, test))
    // A file that cannot even be loaded has no test that could fail.
    const broken = module.errors().map((error) => `  <testcase classname="${xml(name)}" name="loads"><error message="${xml(error.message)}"/></testcase>`)
    const time = seconds(module.diagnostic().duration)
    const counts = `tests="${tests.length + broken.length}" failures="${count('failed')}" errors="${broken.length}" skipped="${count('skipped')}"`
    const suite = `<testsuite name="${xml(name)}" ${counts} time="${time}">\n${[...cases, ...broken].join('\n')}\n</testsuite>\n`
    writeFileSync(join(this.folder, `TEST-${name}.xml`), `<?xml version="1.0" encoding="UTF-8"?>\n${suite}`)
  }
}

function caseOf(suite: string, test: TestCase): string {
  const result = test.result()
  const head = `  <testcase classname="${xml(suite)}" name="${xml(test.fullName)}" time="${seconds(test.diagnostic()?.duration ?? 0)}"`
  if (result.state === 'skipped') return `${head}><skipped/></testcase>`
  if (result.state !== 'failed') return `${head}/>`
  const said = (result.errors ?? []).map((error) => `${error.message}\n${error.stack ?? ''}`).join('\n')
  return `${head}><failure message="${xml(result.errors?.[0]?.message ?? '')}">${xml(said)}</failure></testcase>`
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3)
}

function xml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these characters may not stand in XML at all
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
  return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

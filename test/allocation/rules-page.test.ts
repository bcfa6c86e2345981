import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = readFileSync('docs/rules.md', 'utf8')

/** The rows of the page's tables: the number of a rule, and the tests that hold it. */
const rows = [...page.matchAll(/^\| ([A-Z]\d) \|.*\| ([^|]+) \|$/gm)].map((match) => ({
  rule: match[1] ?? '',
  tests: (match[2] ?? '').split(', '),
}))

const sources = ['src/allocation', 'src/subnet'].flatMap((folder) =>
  readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
)

describe('docs/rules.md', () => {
  it('has every rule that the code names, once', () => {
    const named = sources.flatMap((text) => text.match(/\b[ACFGLMNPRSTV]\d\b/g) ?? [])
    expect(rows.map(({ rule }) => rule).toSorted()).toEqual([...new Set(named)].toSorted())
  })

  it('names tests that exist', () => {
    const paths = rows.flatMap(({ tests }) =>
      tests.map((test) => (test.startsWith('test/') ? test : `test/allocation/${test}`)),
    )
    expect(paths.filter((path) => !existsSync(`${path}.test.ts`))).toEqual([])
  })
})

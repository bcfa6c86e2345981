import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WORDS } from '../src/words/words.ts'

const SOURCES = new URL('../src/', import.meta.url)

/** Where replies, forms and everything else that a reader in Slack meets is made. */
const FOLDERS = ['answer.ts', 'answers', 'reply', 'blocks', 'slack'] as const

/** Not for readers: what a person who runs the bot finds in its log, and what tells programs something. */
const ASIDE = /(?:Error\(|logger\.\w+\((?:\{[^}]*\}, )?|reason: |refused\(|warn\(|-type': )\s*$/

/** Shell, Helm and Terraform for a cluster, and lines for the bot itself: the same in every language. */
const NO_LANGUAGE = new Set([
  'reply/apply-forms.ts',
  'slack/run-page.ts: <!doctype html>',
  'slack/health.ts: not ready\\n',
  'slack/web-call.ts: timeout: no answer within 0 ms',
  'slack/web-call.ts: timeout: no whole answer within 0 ms',
  'slack/delivery/notes.ts: not delivered',
  'slack/warm-up.ts: t3.2xlarge 2 nodes 27 pods warm-ip=2',
])

/** Two words side by side. */
const PROSE = /\p{L}{2,}[,:;]? \p{L}{2,}/u
/** A word where a reader reads. */
const LABEL = /\b(?:text|label|title|summary|placeholder|hint|fallback|alt_text)\??: ['`]\p{Lu}/gu

test('no text for readers stands outside of the catalogues', () => {
  const found = filesOf(...FOLDERS).flatMap((file) => {
    const code = codeOf(file)
    return textsIn(code)
      .filter(({ text, before }) => PROSE.test(text) && !ASIDE.test(before))
      .map(({ text }) => `${file}: ${(text.trim().split('\n')[0] ?? '').trim()}`)
      .concat(code.match(LABEL)?.map((label) => `${file}: ${label}`) ?? [])
  })
  const strangers = found.filter(
    (each) => !NO_LANGUAGE.has(each) && !NO_LANGUAGE.has(each.split(': ')[0] ?? ''),
  )
  expect(strangers).toEqual([])
})

test('every language says everything, and nothing of it is empty', () => {
  const [first, ...others] = Object.values(WORDS).map((words) => new Map(textsOf(words)))
  expect(others.length).toBeGreaterThan(0)
  for (const other of others) {
    expect([...other.keys()].toSorted()).toEqual([...(first?.keys() ?? [])].toSorted())
    for (const [name, kind] of other) expect([name, kind]).toEqual([name, first?.get(name)])
  }
})

/** Every text by its name, and whether it is written out, made by a function, or missing. */
function textsOf(value: unknown, name = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'function') return [[name, 'function']]
  if (typeof value === 'string') return [[name, value.trim() === '' ? 'empty' : 'text']]
  // Examples and the like may be more in one language than in another.
  if (Array.isArray(value)) return [[name, 'list']]
  if (typeof value !== 'object' || value === null) return [[name, typeof value]]
  return Object.entries(value).flatMap(([key, inside]) => textsOf(inside, `${name}.${key}`))
}

function filesOf(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) =>
    name.endsWith('.ts')
      ? [name]
      : readdirSync(new URL(name, SOURCES), { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.ts'))
          .map((file) => `${name}/${file}`),
  )
}

/** The code of a file without its comments, and without what is put into its texts. */
function codeOf(file: string): string {
  const source = readFileSync(new URL(file, SOURCES), 'utf8')
  let code = source.replaceAll(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
  for (let before = ''; before !== code;) {
    before = code
    code = code.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '0')
  }
  return code
}

/** The texts of a program, with what stands before each. */
function textsIn(code: string) {
  const pattern = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g
  return Array.from(code.matchAll(pattern), ({ 1: single, 2: double, 3: template, index }) => ({
    text: single ?? double ?? template ?? '',
    before: code.slice(Math.max(0, index - 80), index),
  }))
}

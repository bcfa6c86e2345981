import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url))

/** What each folder may import, beside itself, `result.ts`, `nearest.ts` and `once.ts`. `type:` for types only. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  instance: ['zod'],
  subnet: [],
  scenario: ['instance', 'subnet', 'zod'],
  allocation: ['instance', 'subnet', 'scenario'],
  planner: ['instance', 'subnet', 'scenario', 'allocation'],
  command: ['instance', 'subnet', 'scenario'],
  diff: ['scenario', 'allocation'],
  words: [
    'type:allocation',
    'type:command',
    'type:scenario',
    'type:diff',
    'type:planner',
    'type:reply',
    'scenario',
  ],
  reply: [
    'command',
    'scenario',
    'planner',
    'type:allocation',
    'type:diff',
    'type:history',
    'type:words',
  ],
  blocks: [
    'command',
    'reply',
    'scenario',
    'type:history',
    'type:planner',
    'type:words',
    'type:@slack/bolt',
  ],
  history: [
    'scenario',
    'type:allocation',
    'allocation',
    'zod',
    'type:@prisma',
    '@prisma',
    'node:crypto',
    'pg',
  ],
}

/** Folders whose code is the same whenever and wherever it runs. */
const PURE = [
  'instance',
  'subnet',
  'scenario',
  'allocation',
  'planner',
  'command',
  'diff',
  'reply',
  'blocks',
]
const IMPURE = /\bawait\b|\bDate\.now\b|new Date\(\)|Math\.random|process\.env|from 'node:/

interface Import {
  readonly from: string
  readonly isType: boolean
}

describe.each(Object.entries(ALLOWED))('%s', (folder, allowed) => {
  test('imports only what stands before it', () => {
    const strangers = filesOf(folder).flatMap((file) =>
      importsOf(file)
        .filter(({ from }) => ![folder, 'result.ts', 'nearest.ts', 'once.ts'].includes(from))
        .filter(
          ({ from, isType }) =>
            !allowed.includes(from) && !(isType && allowed.includes(`type:${from}`)),
        )
        .map(({ from }) => `${file} imports ${from}`),
    )
    expect(strangers).toEqual([])
  })
})

test.each(PURE)('%s knows no clock, chance, environment or waiting', (folder) => {
  expect(filesOf(folder).filter((file) => IMPURE.test(codeOf(file)))).toEqual([])
})

test('only config.ts reads the environment', () => {
  const readers = filesOf('.').filter((file) => /process\.env|loadEnvFile/.test(codeOf(file)))
  expect(readers).toEqual(['./config.ts'])
})

test('doors are opened by the two that start the program', () => {
  const callers = filesOf('.').filter(
    (file) =>
      !/^\.\/(slack|workspace|terminal)\//.test(file) &&
      importsOf(file).some(({ from }) => ['slack', 'workspace', 'terminal'].includes(from)),
  )
  expect(new Set(callers)).toEqual(new Set(['./local.ts', './main.ts']))
})

function filesOf(folder: string): readonly string[] {
  return readdirSync(`${SOURCES}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
    .map((file) => `${folder}/${file}`)
}

/** The code of a file without its comments. */
function codeOf(file: string): string {
  return readFileSync(`${SOURCES}${file}`, 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
}

/** Each import by the first folder of its path, or by its package. */
function importsOf(file: string): readonly Import[] {
  const pattern = /(?:^|\n)(?:import|export) (type )?[^'"]*?from '([^']+)'|import\('([^']+)'\)/g
  return Array.from(codeOf(file).matchAll(pattern), ([, type, path = '', dynamic = '']) => ({
    from: origin(file, path || dynamic),
    isType: type !== undefined,
  }))
}

function origin(file: string, path: string): string {
  if (!path.startsWith('.')) return path.startsWith('@prisma') ? '@prisma' : path
  const resolved = new URL(path, `file:///${file.replace('./', '')}`).pathname.slice(1)
  return resolved.split('/')[0] ?? resolved
}

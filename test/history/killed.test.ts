import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, expect, test } from 'vitest'
import { allocate } from '../../src/allocation/allocate.ts'
import { encodePlan } from '../../src/history/stored-plan.ts'
import { encodeScenario } from '../../src/history/stored-scenario.ts'
import { freshDatabase } from '../support/database.ts'
import { scenarioOf } from './runs.ts'

const KILLS = process.env['CASES'] === undefined ? 200 : 1_000
const AT_ONCE = 6
/** A writer goes on for so long at most; it acknowledges dozens of runs by then. */
const RUNNING_MS = 250

const database = await freshDatabase()

// In one file, so that the program starts in little time.
const folder = mkdtempSync(path.join(tmpdir(), 'eksip-writer-'))
afterAll(() => rmSync(folder, { recursive: true }))
const writer = path.join(folder, 'writer.mjs')
await build({
  entryPoints: ['test/history/writer.ts'],
  outfile: writer,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // The second is Prisma's compiler of queries: 4 MB that storing a run has no use for.
  external: ['pg-native', '@prisma/client/runtime/query_compiler*'],
  // Packages of the older kind, which ask for parts of Node with `require`.
  banner: {
    js: `import { createRequire } from 'node:module'; const require = createRequire('${import.meta.url}')`,
  },
})

/** How long the latest writer took to acknowledge its first run. */
let startMs = 1_000

/** What a writer has acknowledged, as `key number`, until it was killed. */
async function killedWriter(id: number): Promise<readonly string[]> {
  const stdio = ['ignore', 'pipe', 'inherit'] as const
  const child = spawn(process.execPath, [writer, database.url, String(id)], { stdio: [...stdio] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const started = performance.now()
  // Most are killed in the middle of their runs, some around the first one.
  const isEarly = id % 5 === 0
  if (isEarly) await sleep(Math.random() * 1.5 * startMs)
  else {
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    startMs = performance.now() - started
    await sleep(Math.random() * RUNNING_MS)
  }
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(child.signalCode).toBe('SIGKILL')
  return said.split('\n').slice(0, -1)
}

test(`${KILLS} programs killed while they keep runs: each that was acknowledged is there once, whole`, async () => {
  const acknowledged: string[] = []
  const ids = Array.from({ length: KILLS }, (_, id) => id).values()
  const killOneByOne = async () => {
    for (const id of ids) acknowledged.push(...(await killedWriter(id)))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, killOneByOne))

  const rows = await storedRuns()
  const stored = new Map(rows.map((row) => [`${row.key} ${row.number}`, row]))
  expect(acknowledged.length).toBeGreaterThan(KILLS / 2)
  expect(acknowledged.filter((line) => !stored.has(line))).toEqual([])
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)

  const scenario = scenarioOf('m5.large')
  const plan = encodePlan(allocate(scenario))
  const whole = {
    plan,
    scenario: encodeScenario(scenario),
    keys: 2,
    replies: 1,
    names: 1,
    entries: 1,
  }
  for (const row of rows) expect(row).toEqual({ ...row, ...whole })

  // No number was lost with a program either.
  for (const workspace of ['T0', 'T1']) {
    const numbers = rows.filter((row) => row.workspace === workspace).map(({ number }) => number)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  }
}, 3_600_000)

/** Every run in the database, and how much of what belongs to a run is there for it. */
async function storedRuns(): Promise<readonly Stored[]> {
  const count = (table: string, name: string) => `LEFT JOIN (
    SELECT workspace_id, number, count(*)::int AS ${name} FROM ${table}
    GROUP BY workspace_id, number
  ) AS of_${table} USING (workspace_id, number)`
  // All rows of all tables: by plans that the program never needs, and in more time.
  const plans = ['enable_seqscan', 'enable_sort', 'enable_hashjoin'].map(
    (name) => `SET ${name} = on`,
  )
  const client = await database.owner.pool.connect()
  await client.query([...plans, 'SET statement_timeout = 0'].join('; '))
  const { rows } = await client.query<Stored>(`
    SELECT line AS key, number, workspace_id AS workspace, plan, scenario,
      keys, replies, names, entries
    FROM scenario ${count('request_key', 'keys')} ${count('outbox', 'replies')}
      ${count('label', 'names')} ${count('audit', 'entries')}
    ORDER BY workspace_id, number`)
  client.release(true)
  return rows
}

interface Stored {
  readonly key: string
  readonly number: number
  readonly workspace: string
  readonly plan: unknown
  readonly scenario: unknown
  readonly keys: number
  readonly replies: number
  readonly names: number
  readonly entries: number
}

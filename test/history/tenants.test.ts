import { expect, test } from 'vitest'
import { openPool } from '../../src/database/pool.ts'
import { openPrisma } from '../../src/database/prisma.ts'
import { prismaBudgets } from '../../src/history/budgets.ts'
import { EVERY_RUN, type Asker } from '../../src/history/history.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { prismaPreferences } from '../../src/history/preferences.ts'
import { TENANT_TABLES } from '../../src/database/rights.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, newRun, NO_KEY, scenarioOf } from './runs.ts'

/** `npm run test:long` sets many more. */
const INTERLEAVINGS = process.env['CASES'] === undefined ? 1_000 : 10_000

const database = await freshDatabase()
const { owner } = database
// Two connections, so that each serves both workspaces all the time.
const pool = openPool(database.url, () => {}, {
  max: 2,
  connectionTimeoutMillis: 60_000,
  lock_timeout: 20_000,
  statement_timeout: 20_000,
  query_timeout: 25_000,
})
const prisma = openPrisma(pool, () => {}, { maxWait: 60_000, timeout: 60_000 })
const history = prismaHistory(prisma, pool, () => {})
const budgets = prismaBudgets(prisma)
const preferences = prismaPreferences(prisma)
const m5 = scenarioOf('m5.large')

/** The same people, channels, names, keys and numbers in both; each author is told by its workspace. */
function askerOf(workspace: string): Asker {
  return { ...ADA, workspace, author: `U-${workspace}`, authorName: workspace, isAdmin: true }
}

let turn = 0

/** Every method of every store; each answers with all that it was given. */
const CALLS: Readonly<Record<string, (asker: Asker) => Promise<unknown>>> = {
  'history.keep': (asker) => {
    const request = { ...NO_KEY, key: `key ${turn % 40}` }
    const line = `line ${turn % 20}`
    return history.keep(newRun(m5, { asker, request, line, name: 'prod', parent: 1, against: 2 }))
  },
  'history.find': (asker) =>
    Promise.all([
      history.find(asker, { kind: 'number', number: (turn % 9) + 1 }),
      history.find(asker, { kind: 'name', name: 'prod' }),
      history.find(asker, { kind: 'last' }),
      history.find(asker, { kind: 'message', timestamp: '17.1' }),
    ]),
  'history.page': (asker) => {
    const filters = [
      {},
      { name: 'prod' },
      { type: 'm5.large' },
      { isPinned: true },
      { channel: 'C1' },
    ]
    return history.page(asker, { ...EVERY_RUN, ...filters[turn % filters.length] }, 5)
  },
  'history.every': async (asker) => {
    const runs: unknown[] = []
    for await (const run of history.every(asker, { ...EVERY_RUN, before: 9 })) runs.push(run)
    return runs
  },
  'history.lineage': (asker) => history.lineage(asker, 2),
  'history.names': (asker) => history.names(asker),
  'history.rename': (asker) => history.rename(asker, 3, `name of ${asker.workspace}`),
  'history.pin': (asker) => history.pin(asker, 4, turn % 2 === 0),
  'history.remove': (asker) => history.remove(asker, (turn % 50) + 100),
  'history.posted': (asker) => history.posted(asker, 1),
  'history.message': (asker) => history.message(asker, 1, '17.1'),
  'budgets.find': (asker) => budgets.find(asker),
  'budgets.plans': (asker) => budgets.plans(asker),
  'budgets.set': (asker) => budgets.set(asker, { kind: 'subnets', subnets: [asker.workspace] }),
  'budgets.remove': (asker) => (turn % 10 === 0 ? budgets.remove(asker) : Promise.resolve()),
  'preferences.find': (asker) => preferences.find({ ...asker, author: 'U0' }),
  'preferences.change': (asker) =>
    preferences.change({ ...asker, author: 'U0' }, { cni: asker.workspace }),
}

test(`two workspaces, ${INTERLEAVINGS} calls at once on two connections: no row of the other one`, async () => {
  const stores = { history, budgets, preferences }
  const methods = Object.entries(stores).flatMap(([name, store]) =>
    Object.keys(store).map((method) => `${name}.${method}`),
  )
  expect(Object.keys(CALLS).toSorted()).toEqual(methods.toSorted())

  const foreign: string[] = []
  const calls = Object.entries(CALLS)
  const one = async (index: number) => {
    const [name, call] = calls[index % calls.length] ?? ['', async () => {}]
    const workspace = Math.floor(index / calls.length) % 2 === 0 ? 'WONE' : 'WTWO'
    turn = index
    const answer = JSON.stringify((await call(askerOf(workspace))) ?? null)
    const other = workspace === 'WONE' ? 'WTWO' : 'WONE'
    if (answer.includes(other)) foreign.push(`${name} of ${workspace}: ${answer}`)
  }
  const indexes = Array.from({ length: INTERLEAVINGS }, (_, index) => index).values()
  const worker = async () => {
    for (const index of indexes) await one(index)
  }
  await Promise.all(Array.from({ length: 6 }, worker))
  await prisma.$disconnect()
  expect(foreign).toEqual([])
  expect(await mixedRows()).toEqual([])

  const { rows } = await pool.query("SELECT current_setting('eksip.workspace', true) AS left_over")
  expect(rows).toEqual([{ left_over: '' }])
  await pool.end()
}, 600_000)

/** Rows that hold the mark of the other workspace. */
async function mixedRows(): Promise<readonly string[]> {
  const mixed: string[] = []
  for (const table of TENANT_TABLES) {
    const workspace = table === 'workspace' ? 'id' : 'workspace_id'
    const { rows } = await owner.pool.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM "${table}" AS t
       WHERE to_jsonb(t)::text LIKE CASE ${workspace} WHEN 'WONE' THEN '%WTWO%' ELSE '%WONE%' END`,
    )
    mixed.push(...rows.map(({ row }) => `${table}: ${row}`))
  }
  return mixed
}

test('a connection forgets its workspace, also where a transaction was aborted or gave up', async () => {
  const single = openPool(database.url, () => {}, { max: 1, statement_timeout: 50 })
  for (let round = 0; round < 500; round++) {
    const client = await single.connect()
    const { rows } = await client.query<{ setting: string | null }>(
      "SELECT current_setting('eksip.workspace', true) AS setting",
    )
    expect(rows[0]?.setting ?? '').toBe('')
    await client.query('BEGIN')
    await client.query("SELECT set_config('eksip.workspace', $1, true)", [`W${round % 2}`])
    const failing = round % 100 === 1 ? 'SELECT pg_sleep(1)' : 'SELECT 1 / 0'
    if (round % 3 === 1) await client.query(failing).catch(() => {})
    await client.query(round % 2 === 0 ? 'ROLLBACK' : 'COMMIT')
    client.release()
  }
  await single.end()
})

test('without a workspace there are no rows, in any table', async () => {
  await history_of('T-some')
  for (const table of TENANT_TABLES.filter((name) => name !== 'audit')) {
    const { rows } = await database.pool.query(`SELECT FROM "${table}"`)
    expect(rows).toEqual([])
  }
})

test('a row of another workspace cannot be written', async () => {
  const client = await database.pool.connect()
  await client.query("BEGIN; SELECT set_config('eksip.workspace', 'T-mine', true)")
  await expect(client.query("INSERT INTO workspace (id) VALUES ('T-other')")).rejects.toThrow(
    /row-level security/,
  )
  await client.query('ROLLBACK')
  client.release()
})

async function history_of(workspace: string) {
  await prismaHistory(database.prisma, database.pool, () => {}).keep(
    newRun(m5, { asker: askerOf(workspace) }),
  )
}

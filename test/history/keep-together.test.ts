import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type QueryConfig } from 'pg'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openPool } from '../../src/database/pool.ts'
import type { NewRun } from '../../src/history/history.ts'
import { NotKeptError } from '../../src/history/not-kept.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, newRun, NO_KEY, scenarioOf } from './runs.ts'

const database = await freshDatabase()
const { prisma, pool, owner } = database
const history = prismaHistory(prisma, pool, () => {})
const m5 = scenarioOf('m5.large')

beforeEach(async () => {
  await owner.prisma.workspace.deleteMany()
})

let keys = 0

function runIn(workspace: string, changes: Partial<NewRun> = {}): NewRun {
  const request = { ...NO_KEY, key: `key ${++keys}` }
  const line = `line ${keys}`
  return newRun(m5, { request, line, ...changes, asker: { ...ADA, workspace } })
}

/** Keeps two runs, and while these are stored all the others: so they are a group. */
function keepTogether(runs: readonly NewRun[], by = history) {
  const before = [runIn('T0'), runIn('T0')].map((run) => by.keep(run))
  const group = Promise.allSettled(runs.map((run) => by.keep(run)))
  return Promise.all(before).then(() => group)
}

/** What a group has become: numbers with their status, or why there is none. */
function summaries(outcomes: Awaited<ReturnType<typeof keepTogether>>): readonly string[] {
  return outcomes.map((outcome) =>
    outcome.status === 'fulfilled'
      ? `${outcome.value.status} ${outcome.value.run.number}`
      : outcome.reason instanceof NotKeptError
        ? 'not kept'
        : String(outcome.reason),
  )
}

async function stored(): Promise<readonly string[]> {
  const rows = await owner.prisma.scenario.findMany({
    where: { NOT: { workspaceId: 'T0' } },
    orderBy: [{ workspaceId: 'asc' }, { number: 'asc' }],
  })
  return rows.map(({ workspaceId, number, line }) => `${workspaceId} ${number} ${line}`)
}

/** The workspaces of the runs that a statement brings, in its order. */
const Statement = z.object({ values: z.tuple([z.string()]) }).transform(({ values: [json] }) =>
  z
    .array(z.object({ workspace: z.string() }))
    .parse(JSON.parse(json))
    .map(({ workspace }) => workspace),
)

test('runs that come while one is stored are stored in one statement, each in its workspace', async () => {
  // So that there are connections, and those before need not wait for one.
  await keepTogether([])
  const query = vi.spyOn(Client.prototype, 'query')
  const runs = ['T2', 'T1', 'T2', 'T3'].map((workspace) => runIn(workspace))
  const outcomes = await keepTogether(runs)
  const statements = query.mock.calls.map(([words]: unknown[]) => Statement.parse(words))
  query.mockRestore()
  expect(statements).toEqual([['T0'], ['T0'], ['T1', 'T2', 'T2', 'T3']])
  expect(summaries(outcomes)).toEqual(['new 1', 'new 1', 'new 2', 'new 1'])
  const lines = outcomes.map((outcome) => outcome.status === 'fulfilled' && outcome.value.run.line)
  expect(lines).toEqual(runs.map(({ line }) => line))
  const [a, b, c, d] = lines
  expect(await stored()).toEqual([`T1 1 ${b}`, `T2 1 ${a}`, `T2 2 ${c}`, `T3 1 ${d}`])
})

test('the same request twice, and the same line, in one group is one run', async () => {
  const request = { ...NO_KEY, key: 'sent twice' }
  const run = runIn('T1', { request, line: 'one line' })
  const sameLine = runIn('T1', { line: 'one line' })
  const outcomes = await keepTogether([run, run, sameLine, runIn('T1')])
  expect(summaries(outcomes)).toEqual(['new 1', 'again 1', 'already 1', 'new 2'])
})

test('a run is compared with one that came a moment before it', async () => {
  const [, second] = await keepTogether([runIn('T1'), runIn('T1')])
  expect(second).toMatchObject({ value: { earlier: { number: 1 } } })
})

describe('a run that is refused keeps none of its group from being stored', () => {
  test('where the database refuses it', async () => {
    const bad = runIn('T2', { scenario: { ...m5, cni: 'x'.repeat(1_000) } })
    await owner.prisma
      .$executeRaw`ALTER TABLE scenario ADD CONSTRAINT short CHECK (length(cni) < 99)`
    try {
      const outcomes = await keepTogether([runIn('T1'), bad, runIn('T2'), runIn('T3')])
      expect(summaries(outcomes)).toEqual(['new 1', 'not kept', 'new 1', 'new 1'])
    } finally {
      await owner.prisma.$executeRaw`ALTER TABLE scenario DROP CONSTRAINT short`
    }
  })

  test('where it is late already', async () => {
    const late = { ...NO_KEY, key: 'late', answerBy: new Date(Date.now() - 1) }
    const outcomes = await keepTogether([runIn('T1'), runIn('T1', { request: late }), runIn('T1')])
    expect(summaries(outcomes)).toEqual(['new 1', 'not kept', 'new 2'])
  })

  test('where all are late already, and the database is asked nothing', async () => {
    const late = () => runIn('T1', { request: { ...NO_KEY, answerBy: new Date(Date.now() - 1) } })
    const query = vi.spyOn(Client.prototype, 'query')
    const outcomes = await keepTogether([late(), late()])
    // The two that were on their way before.
    expect(query).toHaveBeenCalledTimes(2)
    query.mockRestore()
    expect(summaries(outcomes)).toEqual(['not kept', 'not kept'])
  })

  test('where its workspace is busy; nor does it keep those waiting that come later', async () => {
    const short = openPool(database.url, () => {}, { lock_timeout: 600 })
    const mine = prismaHistory(prisma, short, () => {})
    await mine.keep(runIn('T2'))
    const busy = await owner.pool.connect()
    try {
      await busy.query('BEGIN')
      await busy.query(`SELECT FROM workspace WHERE id = 'T2' FOR UPDATE`)
      const ended: string[] = []
      const group = keepTogether([runIn('T1'), runIn('T2')], mine).then((outcomes) => {
        ended.push('the group')
        return outcomes
      })
      const later = mine.keep(runIn('T3'))
      expect(await later).toMatchObject({ status: 'new' })
      expect(await mine.keep(runIn('T1'))).toMatchObject({ status: 'new' })
      // The busy workspace is still being waited for, by its own run alone.
      expect(ended).toEqual([])
      const [first, second] = summaries(await group)
      expect([first?.split(' ')[0], second]).toEqual(['new', 'not kept'])
    } finally {
      await busy.query('ROLLBACK')
      busy.release()
      await short.end()
    }
  })
})

test('a run whose time is over before there is a connection is not stored', async () => {
  const one = openPool(database.url, () => {}, { max: 1 })
  const mine = prismaHistory(prisma, one, () => {})
  const taken = await one.connect()
  const request = { ...NO_KEY, key: 'waits', answerBy: new Date(Date.now() + 200) }
  const kept = Promise.allSettled([mine.keep(runIn('T1', { request }))])
  await sleep(400)
  taken.release()
  expect(summaries(await kept)).toEqual(['not kept'])
  expect(await stored()).toEqual([])
  await one.end()
})

test('a connection that is lost with a group, before or after it was stored: each run is there once', async () => {
  for (const when of ['before', 'after']) {
    let statements = 0
    const lost: typeof pool = Object.create(pool)
    const connect = async () => {
      const client = await pool.connect()
      const broken: typeof client = Object.create(client)
      const query = async (statement: QueryConfig) => {
        statements += 1
        if (statements !== 3) return client.query(statement)
        if (when === 'after') await client.query(statement)
        throw new Error('connection lost')
      }
      return Object.assign(broken, { query, release: () => client.release() })
    }
    const losing = prismaHistory(prisma, Object.assign(lost, { connect }), () => {})
    const workspace = `T ${when}`
    const nameless = runIn(workspace, { request: NO_KEY })
    const runs = [runIn(workspace), runIn('T1'), nameless, runIn(workspace)]
    const outcomes = await keepTogether(runs, losing)
    expect(summaries(outcomes)[2]).toBe('Error: connection lost')
    expect(summaries(outcomes).map((summary) => summary.split(' ')[0])).toEqual([
      'new',
      'new',
      'Error:',
      'new',
    ])
    const lines = (await stored()).filter((row) => row.startsWith(workspace))
    expect(lines).toHaveLength(when === 'after' ? 3 : 2)
  }
})

test('groups of two processes that hold the same workspaces do not wait for each other in a circle', async () => {
  const pools = [1, 2].map(() => openPool(database.url, () => {}, { lock_timeout: 20_000 }))
  const histories = pools.map((its) => prismaHistory(prisma, its, () => {}))
  try {
    for (let round = 0; round < 40; round += 1) {
      const workspaces = ['T1', 'T2', 'T3', 'T4']
      const groups = histories.map((by, index) => {
        const order = index === 0 ? workspaces : workspaces.toReversed()
        return keepTogether(
          order.map((workspace) => runIn(workspace)),
          by,
        )
      })
      for (const outcomes of await Promise.all(groups)) {
        expect(summaries(outcomes).map((summary) => summary.split(' ')[0])).toEqual(
          workspaces.map(() => 'new'),
        )
      }
    }
    const counts = await owner.prisma.workspace.findMany({ where: { NOT: { id: 'T0' } } })
    expect(counts.map(({ lastNumber }) => lastNumber)).toEqual([80, 80, 80, 80])
  } finally {
    for (const its of pools) await its.end()
  }
})

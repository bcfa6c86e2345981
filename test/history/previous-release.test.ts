import { beforeAll, expect, test } from 'vitest'
import { EVERY_RUN } from '../../src/history/history.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, newRun, NO_KEY, scenarioOf } from './runs.ts'

const { prisma, pool, owner } = await freshDatabase()
const history = prismaHistory(prisma, pool, () => {})
const m5 = scenarioOf('m5.large')
const { scenario, plan } = newRun(m5)

/*
 * The statements of the release before, word for word, as its replicas send them while this release
 * is being rolled out. They name no workspace: that release knew one account, which owned the tables.
 */
const NEXT_NUMBER = `INSERT INTO "public"."workspace" ("id","last_number","created_at") VALUES ($1,$2,$3)
  ON CONFLICT ("id") DO UPDATE SET "last_number" = ("public"."workspace"."last_number" + $4) WHERE ("public"."workspace"."id" = $5 AND 1=1)
  RETURNING "public"."workspace"."id", "public"."workspace"."last_number", "public"."workspace"."created_at"`
const COLUMNS = [
  'workspace_id',
  'number',
  'id',
  'channel',
  'author',
  'author_name',
  'name',
  'line',
  'shape',
  'scenario',
  'plan',
  'engine',
  'cni',
  'request_key',
  'created_at',
]
const RETURNED = COLUMNS.map((name) => `"public"."scenario"."${name}"`).join(', ')
const STORE = `INSERT INTO "public"."scenario" (${COLUMNS.map((name) => `"${name}"`).join(',')})
  VALUES (${COLUMNS.map((_, index) => `$${index + 1}`).join(',')}) RETURNING ${RETURNED}`
const LATEST_OF_NAME = `SELECT ${RETURNED} FROM "public"."scenario" WHERE ("public"."scenario"."workspace_id" = $1
  AND "public"."scenario"."channel" = $2 AND "public"."scenario"."name" = $3 AND "public"."scenario"."number" < $4)
  ORDER BY "public"."scenario"."number" DESC LIMIT $5 OFFSET $6`
const LATEST_OF_SHAPE = LATEST_OF_NAME.replace('"name" = $3', '"shape" = $3')
const OF_REQUEST = `SELECT ${RETURNED} FROM "public"."scenario" WHERE (("public"."scenario"."workspace_id" = $1
  AND "public"."scenario"."request_key" = $2) AND 1=1) LIMIT $3 OFFSET $4`

/** As a replica of the release before stores a run. */
async function storeBefore(name: string | null, key: string | null, channel = 'C1') {
  const client = await owner.pool.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<{ last_number: number }>(NEXT_NUMBER, [
      'T1',
      1,
      new Date(),
      1,
      'T1',
    ])
    const number = rows[0]?.last_number ?? 0
    const stored = await client.query<{ number: number }>(STORE, [
      'T1',
      number,
      crypto.randomUUID(),
      channel,
      'U0ADA',
      'ada',
      name,
      'a line',
      'm5.large',
      JSON.stringify(scenario),
      JSON.stringify(plan),
      1,
      '1.23',
      key,
      new Date(),
    ])
    await client.query(LATEST_OF_NAME, ['T1', channel, name, number, 1, 0])
    const earlier = await client.query<{ number: number }>(LATEST_OF_SHAPE, [
      'T1',
      channel,
      'm5.large',
      number,
      1,
      0,
    ])
    await client.query('COMMIT')
    return { number: stored.rows[0]?.number, earlier: earlier.rows[0]?.number ?? null }
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

beforeAll(async () => {
  await history.keep(newRun(m5, { line: 'of this release', name: 'prod' }))
})

test('a replica of the release before goes on storing, numbering and comparing', async () => {
  expect(await storeBefore('prod', 'key before')).toEqual({ number: 2, earlier: 1 })
  const { run, earlier } = await history.keep(newRun(m5, { name: 'prod' }))
  expect([run.number, earlier?.number]).toEqual([3, 2])
  expect(await storeBefore(null, null)).toEqual({ number: 4, earlier: 3 })
})

test('what it stored is found in every way', async () => {
  const { number } = await storeBefore('blue', null)
  expect(await history.find(ADA, { kind: 'name', name: 'blue' })).toMatchObject({ run: { number } })
  const { runs } = await history.page(ADA, { ...EVERY_RUN, type: 'm5.large' }, 99)
  expect(runs[0]).toMatchObject({
    number,
    name: 'blue',
    parent: null,
    thread: null,
    plan: { held: plan.held },
  })
})

test('where it does not say whether a channel is private, the channel counts as private', async () => {
  const { number } = await storeBefore('hidden', null, 'C2')
  const bob = { ...ADA, author: 'U0BOB' }
  expect(await history.find(bob, { kind: 'number', number: number ?? 0 })).toEqual({ kind: 'none' })
})

test('a request that came to it and to this release is one run', async () => {
  const request = { ...NO_KEY, key: 'came twice' }
  const { number } = await storeBefore(null, request.key)
  expect(await history.keep(newRun(m5, { request }))).toMatchObject({
    status: 'again',
    run: { number },
  })
  await expect(storeBefore(null, request.key)).rejects.toMatchObject({ code: '23505' })
  const { rows } = await owner.pool.query(OF_REQUEST, ['T1', request.key, 1, 0])
  expect(rows).toMatchObject([{ number }])
  const later = { ...NO_KEY, key: 'came here first' }
  await history.keep(newRun(m5, { request: later }))
  await expect(storeBefore(null, later.key)).rejects.toMatchObject({ code: '23505' })
})

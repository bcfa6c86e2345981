import { beforeEach, describe, expect, test } from 'vitest'
import { EVERY_RUN, type Asker } from '../../src/history/history.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, BOB, newRun, NO_KEY, scenarioOf } from './runs.ts'

const { prisma, pool, owner } = await freshDatabase()
const history = prismaHistory(prisma, pool, () => {})
const ADMIN: Asker = { ...BOB, author: 'U0ADMIN', isAdmin: true }

beforeEach(async () => {
  await owner.prisma.workspace.deleteMany()
  const request = { ...NO_KEY, key: 'the key' }
  await history.keep(
    newRun(scenarioOf('m5.large'), { name: 'prod', line: 'the secret line', request }),
  )
})

async function audited() {
  const entries = await owner.prisma.auditEntry.findMany({ orderBy: { at: 'asc' } })
  return entries.map(({ actor, action, number, isRefused }) => [actor, action, number, isRefused])
}

describe('a name', () => {
  test.each([
    ['its author', ADA],
    ['an admin', ADMIN],
  ])('is given and taken away by %s', async (_, asker) => {
    expect(await history.rename(asker, 1, 'blue')).toMatchObject({
      kind: 'run',
      run: { name: 'blue' },
    })
    expect(await history.find(ADA, { kind: 'name', name: 'blue' })).toMatchObject({ kind: 'run' })
    expect(await history.find(ADA, { kind: 'name', name: 'prod' })).toEqual({ kind: 'none' })
    expect(await history.rename(asker, 1, null)).toMatchObject({ run: { name: null } })
    expect(await history.names(ADA)).toEqual([])
    expect(await audited()).toEqual([
      ['U0ADA', 'keep', 1, false],
      [asker.author, 'rename', 1, false],
      [asker.author, 'rename', 1, false],
    ])
  })

  test('is not for anybody else, and the refusal is written down', async () => {
    expect(await history.rename(BOB, 1, 'mine')).toEqual({
      kind: 'not-yours',
      number: 1,
      author: 'U0ADA',
    })
    expect(await history.find(ADA, { kind: 'number', number: 1 })).toMatchObject({
      run: { name: 'prod' },
    })
    expect((await audited()).at(-1)).toEqual(['U0BOB', 'rename', 1, true])
  })

  test('leaves the stored run and its pin as they were', async () => {
    await history.pin(BOB, 1, true)
    await history.rename(ADA, 1, null)
    expect(await history.find(ADA, { kind: 'number', number: 1 })).toMatchObject({
      run: { name: null, isPinned: true },
    })
    expect(await owner.prisma.scenario.findMany()).toMatchObject([{ name: 'prod' }])
  })
})

test('an export is written down before its first run, where nothing is kept yet too', async () => {
  for await (const run of history.every(BOB, EVERY_RUN)) expect(run.number).toBe(1)
  expect((await audited()).at(-1)).toEqual(['U0BOB', 'export', null, false])
  await owner.prisma.workspace.deleteMany()
  for await (const _ of history.every(BOB, EVERY_RUN)) throw new Error('there is no run')
  expect(await audited()).toEqual([['U0BOB', 'export', null, false]])
})

test('a pin is for everybody who sees the run', async () => {
  expect(await history.pin(BOB, 1, true)).toMatchObject({ run: { isPinned: true, name: 'prod' } })
  expect(await history.pin(BOB, 1, true)).toMatchObject({ run: { isPinned: true } })
  expect(await history.page(ADA, { ...EVERY_RUN, isPinned: true }, 9)).toMatchObject({
    runs: [{ number: 1 }],
  })
  expect(await history.pin(ADA, 1, false)).toMatchObject({ run: { isPinned: false, name: 'prod' } })
  expect(await audited()).toEqual([
    ['U0ADA', 'keep', 1, false],
    ['U0BOB', 'pin', 1, false],
    ['U0BOB', 'pin', 1, false],
    ['U0ADA', 'unpin', 1, false],
  ])
})

describe('a deleted run', () => {
  test.each([
    ['its author', ADA],
    ['an admin', ADMIN],
  ])('is deleted by %s, and leaves its number', async (_, asker) => {
    const deleted = {
      kind: 'deleted',
      number: 1,
      deletedBy: asker.author,
      deletedAt: expect.any(Date),
    }
    expect(await history.remove(asker, 1)).toEqual(deleted)
    expect(await history.find(BOB, { kind: 'number', number: 1 })).toEqual(deleted)
    for (const change of [
      history.remove(ADA, 1),
      history.rename(ADA, 1, 'x'),
      history.pin(BOB, 1, true),
    ]) {
      expect(await change).toEqual(deleted)
    }
    const next = await history.keep(newRun(scenarioOf('m5.large')))
    expect(next).toMatchObject({ run: { number: 2 }, earlier: null })
    expect(await history.page(ADA, EVERY_RUN, 9)).toMatchObject({ runs: [{ number: 2 }] })
  })

  test('is not deleted by anybody else', async () => {
    expect(await history.remove(BOB, 1)).toEqual({ kind: 'not-yours', number: 1, author: 'U0ADA' })
    expect(await history.find(BOB, { kind: 'number', number: 1 })).toMatchObject({ kind: 'run' })
    expect((await audited()).at(-1)).toEqual(['U0BOB', 'delete', 1, true])
  })

  test('is gone from the database with its line, its name and its plan', async () => {
    await history.pin(ADA, 1, true)
    await history.remove(ADA, 1)
    const { rows } = await owner.pool.query<{ tables: string[] }>(
      `SELECT array_agg(relname::text) AS tables FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'`,
    )
    const tables = rows[0]?.tables ?? []
    expect(tables).toContain('request_key')
    for (const table of tables) {
      const { rows: contents } = await owner.pool.query(
        `SELECT to_jsonb(t)::text AS row FROM "${table}" AS t`,
      )
      expect(JSON.stringify(contents)).not.toMatch(/secret|prod|m5\.large|held/)
    }
    expect((await audited()).at(-1)).toEqual(['U0ADA', 'delete', 1, false])
  })
})

test('a run that is not there cannot be changed', async () => {
  expect(await history.rename(ADA, 9, 'x')).toEqual({ kind: 'none' })
  expect(await history.pin(ADA, 9, true)).toEqual({ kind: 'none' })
  expect(await history.remove(ADA, 9)).toEqual({ kind: 'none' })
})

describe('the account that serves', () => {
  test.each([
    ['change an audit entry', "UPDATE audit SET actor = 'U0BOB'"],
    ['delete audit entries', 'DELETE FROM audit'],
    ['read audit entries', 'SELECT * FROM audit'],
    ['change a stored run', "UPDATE scenario SET line = 'another'"],
    ['change a tombstone', "UPDATE tombstone SET deleted_by = 'U0BOB'"],
    ['delete a tombstone', 'DELETE FROM tombstone'],
    ['turn row level security off', 'ALTER TABLE scenario NO FORCE ROW LEVEL SECURITY'],
    ['make tables', 'CREATE TABLE mine ()'],
  ])('may not %s', async (_, sql) => {
    await expect(pool.query(sql)).rejects.toMatchObject({ code: '42501' })
  })

  test('may not even as the owner change an audit entry', async () => {
    await expect(owner.pool.query("UPDATE audit SET actor = 'U0BOB'")).rejects.toThrow(
      /are records/,
    )
  })
})

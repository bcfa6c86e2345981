import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { checkDatabase } from '../../src/database/check.ts'
import { readMigrations } from '../../src/database/migrations.ts'
import { emptyDatabase, freshDatabase } from '../support/database.ts'

const { url, owner } = await freshDatabase()
const agreeing = await freshDatabase()
const empty = await emptyDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'eksip-check-'))
afterAll(() => rmSync(folder, { recursive: true }))
cpSync(fileURLToPath(new URL('../../prisma/migrations', import.meta.url)), folder, {
  recursive: true,
})
const changed = pathToFileURL(`${folder}/`)
const newest = readMigrations().at(-1)?.name ?? ''

test('a migrated database agrees with the code, for the account that serves and for the owner', async () => {
  expect(await checkDatabase(url)).toEqual([])
  expect(await checkDatabase(owner.url)).toEqual([])
})

describe('what differs is said', () => {
  test('of an empty database', async () => {
    expect(await checkDatabase(empty)).toEqual([
      'The database has no tables of eksip: no migration was applied.',
    ])
  })

  test('of a migration that is pending, and of one that was edited', async () => {
    mkdirSync(path.join(folder, '29991231_next'))
    writeFileSync(path.join(folder, '29991231_next', 'migration.sql'), 'SELECT 1')
    writeFileSync(path.join(folder, newest, 'migration.sql'), 'SELECT 2')
    expect(await checkDatabase(url, changed)).toEqual([
      'Migration 29991231_next is pending: it was not applied yet.',
      `Migration ${newest} was edited after it was applied.`,
    ])
  })

  test('of a migration that is unknown, that failed, and of rights that are missing', async () => {
    await owner.pool.query(`
      INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('1', '', '2999_newer', now()), ('2', '', '2999_failed', NULL);
      DROP TABLE message CASCADE`)
    const account = new URL(url).username
    await owner.pool.query(`REVOKE INSERT ON audit FROM ${account}`)
    const differences = await checkDatabase(url)
    expect(differences.toSorted()).toEqual([
      'Migration 2999_failed has failed: it was begun and not finished.',
      'Migration 2999_newer is unknown: a newer version of eksip applied it.',
      `The account ${account} lacks the right to INSERT on audit.`,
      `The account ${account} lacks the right to INSERT on message.`,
      `The account ${account} lacks the right to SELECT on message.`,
    ])
  })
})

describe('npm run db:check', () => {
  const check = (databaseUrl: string) => {
    const words = ['--import', 'tsx', 'tools/check-database.ts']
    const env = { ...process.env, DATABASE_URL: databaseUrl }
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { env, encoding: 'utf8' })
    return { status, stdout, stderr }
  }

  test('ends with 0 where they agree', () => {
    expect(check(agreeing.url)).toEqual({
      status: 0,
      stdout: 'The database and the code agree.\n',
      stderr: '',
    })
  })

  test('ends with 1 and says why where they do not', () => {
    expect(check(empty)).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('no tables'),
    })
    expect(check('postgresql://nobody@127.0.0.1:1/x')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('was not reached'),
    })
    expect(check('')).toMatchObject({ status: 1, stderr: expect.stringContaining('DATABASE_URL') })
  })
})

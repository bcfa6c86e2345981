import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { readMigrations } from '../../src/database/migrations.ts'
import { emptyDatabase } from '../support/database.ts'

const url = await emptyDatabase()
const client = new Client({ connectionString: url })
await client.connect()
afterAll(() => client.end())

let folder = ''
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'eksip-migrations-'))
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, name, 'migration.sql'), sql)
}

function migrateFolder(): Promise<readonly string[]> {
  return migrate(url, { folder: pathToFileURL(`${folder}/`) })
}

async function column(sql: string): Promise<unknown[]> {
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
  return rows.map((row) => row[0])
}

const NAMES = 'SELECT migration_name FROM _prisma_migrations ORDER BY started_at'
const FINISHED =
  'SELECT migration_name FROM _prisma_migrations WHERE finished_at >= started_at AND logs IS NULL'
const TABLES = `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`

test('the migrations of the product are applied once, in their order', async () => {
  const names = readMigrations().map(({ name }) => name)
  expect(await migrate(url)).toEqual(names)
  expect(await migrate(url)).toEqual([])
  expect(await column(NAMES)).toEqual(names)
  expect(await column(TABLES)).toEqual(expect.arrayContaining(['scenario', 'workspace']))
})

test('only what is new is applied', async () => {
  write('1_first', 'CREATE TABLE one (); CREATE TABLE two ();')
  expect(await migrateFolder()).toEqual(['1_first'])
  write('2_second', 'DROP TABLE two')
  // Not a migration: the file that says which kind of database this is for.
  writeFileSync(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  expect(await migrateFolder()).toEqual(['2_second'])
  expect(await column(TABLES)).toEqual(['_prisma_migrations', 'one'])
})

test('five programs that start at once apply each migration once', async () => {
  write('1_first', 'CREATE TABLE one (); SELECT pg_sleep(0.1);')
  write('2_second', 'CREATE TABLE two ();')
  const applied = await Promise.all(Array.from({ length: 5 }, migrateFolder))
  expect(applied.flat()).toEqual(['1_first', '2_second'])
  expect(await column(NAMES)).toEqual(['1_first', '2_second'])
})

test('a migration that fails leaves nothing but its record, and blocks later starts', async () => {
  write('1_first', 'CREATE TABLE one (); CREATE TABLE two (); SELECT 1 / 0;')
  await expect(migrateFolder()).rejects.toThrow(
    /^Migration 1_first failed: .*division by zero.*prisma migrate resolve/,
  )
  expect(await column(TABLES)).toEqual(['_prisma_migrations'])
  expect(await column('SELECT logs FROM _prisma_migrations')).toEqual([
    expect.stringContaining('division by zero'),
  ])

  write('1_first', 'CREATE TABLE one ();')
  await expect(migrateFolder()).rejects.toThrow(/^Migration 1_first was begun earlier/)
  // What `prisma migrate resolve --rolled-back` does.
  await client.query('UPDATE _prisma_migrations SET rolled_back_at = now()')
  expect(await migrateFolder()).toEqual(['1_first'])
})

const SLEEPERS = `SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event = 'PgSleep'`

async function untilItSleeps(): Promise<void> {
  await vi.waitFor(async () => expect(await column(SLEEPERS)).toHaveLength(1), 15_000)
}

test('a migration whose connection is lost leaves nothing, and the next start applies it', async () => {
  write('1_first', 'CREATE TABLE one (); SELECT pg_sleep(60);')
  const outcome = migrateFolder().catch((error: unknown) => error)
  await untilItSleeps()
  await client.query(`SELECT pg_terminate_backend(pid) FROM (${SLEEPERS}) AS sleeper`)
  expect(String(await outcome)).toMatch(
    /^MigrationFailure: Migration 1_first was interrupted: .*terminating connection.* Start again/,
  )
  expect(await column(TABLES)).toEqual(['_prisma_migrations'])
  expect(await column(NAMES)).toEqual([])

  write('1_first', 'CREATE TABLE one ();')
  expect(await migrateFolder()).toEqual(['1_first'])
})

test('a program killed in a migration does not block the next one', async () => {
  write('1_first', 'CREATE TABLE one (); SELECT pg_sleep(1);')
  const source = new URL('../../src/database/migrate.ts', import.meta.url)
  const program = `import { migrate } from ${JSON.stringify(source)}
    await migrate(${JSON.stringify(url)}, { folder: new URL(${JSON.stringify(pathToFileURL(`${folder}/`))}) })`
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { stdio: 'ignore' },
  )
  const exit = once(child, 'exit')
  try {
    await untilItSleeps()
  } finally {
    child.kill('SIGKILL')
    await exit
  }
  // Postgres may or may not have seen that the program is gone: it applies all or nothing.
  await migrateFolder()
  expect(await column(FINISHED)).toEqual(['1_first'])
  expect(await column(TABLES)).toEqual(['_prisma_migrations', 'one'])
})

test.each([
  ['a transaction', 'BEGIN; CREATE TABLE one (); COMMIT;'],
  ['two transactions', 'CREATE TABLE zero (); DROP TABLE zero; COMMIT; CREATE TABLE one ();'],
  ['a transaction that stays open', 'BEGIN; CREATE TABLE one ();'],
  ['no semicolon at its end', 'CREATE TABLE one ()'],
  ['a comment at its end', 'CREATE TABLE one () -- first'],
])('a migration with %s is applied and recorded', async (_, sql) => {
  write("1_it's_first", sql)
  expect(await migrateFolder()).toEqual(["1_it's_first"])
  expect(await column(FINISHED)).toEqual(["1_it's_first"])
  expect(await column(TABLES)).toEqual(['_prisma_migrations', 'one'])
})

test.each([
  ['in its own transaction', 'BEGIN; SELECT 1 / 0; COMMIT;', /division by zero/],
  ['after its own transaction', 'BEGIN; SELECT 1; COMMIT; SELECT 1 / 0;', /division by zero/],
  ['as it cannot run in a transaction', 'VACUUM;', /cannot run inside a transaction block/],
])('a migration that fails %s is recorded with its error', async (_, sql, error) => {
  write('1_first', sql)
  await expect(migrateFolder()).rejects.toThrow(error)
  expect(await column('SELECT logs FROM _prisma_migrations')).toEqual([
    expect.stringMatching(error),
  ])
  expect(await column(FINISHED)).toEqual([])
})

test('a migration that was edited after it was applied is refused', async () => {
  write('1_first', 'CREATE TABLE one ();')
  await migrateFolder()
  write('1_first', 'CREATE TABLE one (id integer);')
  write('2_second', 'CREATE TABLE two ();')
  await expect(migrateFolder()).rejects.toThrow(/^Migration 1_first was edited/)
  expect(await column(TABLES)).toEqual(['_prisma_migrations', 'one'])
})

test.each([
  ['Unix', 'Windows', '\n', '\r\n'],
  ['Windows', 'Unix', '\r\n', '\n'],
])('line ends of %s are the same migration as those of %s', async (_, __, before, after) => {
  const lines = ['CREATE TABLE one ();', 'CREATE TABLE two ();', '']
  write('1_first', lines.join(before))
  await migrateFolder()
  write('1_first', lines.join(after))
  expect(await migrateFolder()).toEqual([])
})

test('a database that a newer release has migrated is good for an older one', async () => {
  write('1_first', 'CREATE TABLE one ();')
  write('2_second', 'CREATE TABLE two ();')
  await migrateFolder()
  rmSync(path.join(folder, '2_second'), { recursive: true })
  expect(await migrateFolder()).toEqual([])
})

test("a database with somebody else's tables is left alone", async () => {
  await client.query('CREATE TABLE invoice ()')
  await expect(migrate(url)).rejects.toThrow(
    /not empty and was not made by eksip: it has the tables invoice\. Set DATABASE_URL/,
  )
  expect(await column(TABLES)).toEqual(['invoice'])
})

test('a database that cannot be reached is an error and not a wait', async () => {
  await expect(migrate('postgresql://eksip:secret@127.0.0.1:1/none')).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  })
})

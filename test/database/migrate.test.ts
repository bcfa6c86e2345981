import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
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
  return migrate(url, pathToFileURL(`${folder}/`))
}

async function column(sql: string): Promise<unknown[]> {
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
  return rows.map((row) => row[0])
}

const NAMES = 'SELECT migration_name FROM _prisma_migrations ORDER BY started_at'
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

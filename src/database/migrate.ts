import { randomUUID } from 'node:crypto'
import { Client, escapeLiteral } from 'pg'
import { readMigrations, type Migration } from './migrations.ts'
import { admitServingRole } from './serving-role.ts'

/** The migrations do not fit the database; the message says how to repair it. */
export class MigrationFailure extends Error {
  override readonly name = 'MigrationFailure'
}

/** What Prisma's command line locks too, so that nobody else migrates at the same time. */
const MIGRATION_LOCK = 72_707_369
/** As long as another replica may take for its migrations. */
const LOCK_TIMEOUT_MS = 60_000
const CONNECT_MS = 10_000

/** Prisma's own table, as `prisma migrate deploy` makes it. */
const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/**
 * Applies what is new in `prisma/migrations`, as `prisma migrate deploy` does and in agreement with
 * it, and returns the names applied. Each is applied and recorded in one transaction; a statement
 * that refuses to run in one fails. Any number of programs may call it at once. Throws a
 * MigrationFailure when an earlier migration failed or was edited, or when this one fails; the
 * address must be a direct one, as a session lock does not pass a pooler in transaction mode.
 * `servingUrl` is the address that the program works with: its role gets the rights that it needs.
 */
export async function migrate(
  url: string,
  { folder, servingUrl }: { readonly folder?: URL; readonly servingUrl?: string } = {},
): Promise<readonly string[]> {
  const migrations = readMigrations(folder)
  const client = new Client({
    connectionString: url,
    application_name: 'eksip migrate',
    connectionTimeoutMillis: CONNECT_MS,
  })
  // A lost connection fails the query that runs, too; without a listener it would end the program.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`SET statement_timeout = 0; SET lock_timeout = ${LOCK_TIMEOUT_MS}`)
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const applied = await applyNew(client, migrations)
    if (servingUrl !== undefined) await admitServingRole(client, servingUrl)
    return applied
  } finally {
    // The lock is gone with its session.
    await client.end()
  }
}

async function applyNew(client: Client, migrations: readonly Migration[]): Promise<string[]> {
  const applied = await readApplied(client)
  for (const migration of migrations) {
    const checksum = applied.get(migration.name)
    if (checksum !== undefined && !migration.checksums.includes(checksum)) throw edited(migration)
  }
  const pending = migrations.filter(({ name }) => !applied.has(name))
  if (pending.length > 0) await refuseServingRole(client, pending)
  for (const migration of pending) await apply(client, migration)
  return pending.map(({ name }) => name)
}

/** An account that only serves has nothing to apply migrations with. */
async function refuseServingRole(client: Client, pending: readonly Migration[]): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(
    `SELECT has_table_privilege('"_prisma_migrations"', 'INSERT') AS may`,
  )
  if (rows[0]?.may) return
  const names = pending.map(({ name }) => name).join(', ')
  throw new MigrationFailure(
    `The database lacks the migrations ${names}, and the account ${client.user} may not apply them. ` +
      'Set MIGRATION_DATABASE_URL to the account that owns the tables.',
  )
}

type Row = { migration_name: string; checksum: string; finished_at: Date | null }

/** The checksums of the migrations that the database has, by name. */
async function readApplied(client: Client): Promise<Map<string, string>> {
  const tables = await readTables(client)
  if (!tables.includes('_prisma_migrations')) {
    refuseStrangersDatabase(tables)
    await client.query(HISTORY_TABLE)
  }
  const { rows } = await client.query<Row>(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations"
     WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  for (const row of rows) {
    if (row.finished_at === null) throw failedEarlier(row.migration_name)
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

async function readTables(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ tables: string[] | null }>(
    `SELECT array_agg(relname::text) AS tables FROM pg_class
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')`,
  )
  return rows[0]?.tables ?? []
}

/** Like Prisma: a database with tables in it and no migrations is somebody else's. */
function refuseStrangersDatabase(tables: readonly string[]): void {
  if (tables.length === 0) return
  throw new MigrationFailure(
    `The database is not empty and was not made by eksip: it has the tables ${tables.join(', ')}. ` +
      'Set DATABASE_URL to a database of its own.',
  )
}

async function apply(client: Client, migration: Migration): Promise<void> {
  const id = escapeLiteral(randomUUID())
  const begun = beginning(id, migration)
  try {
    await client.query(wholeMigration(id, begun, migration.sql))
  } catch (error) {
    throw (await recordFailure(client, id, begun, error))
      ? failed(migration, error)
      : interrupted(migration, error)
  }
}

/**
 * Postgres gets all of it in one message: a program that dies meanwhile leaves everything or
 * nothing. The row goes in first, so that a migration with a COMMIT of its own is seen even then.
 */
function wholeMigration(id: string, begun: string, sql: string): string {
  const finished = `UPDATE "_prisma_migrations"
    SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = ${id}`
  // The migration may end in a comment, or without a semicolon.
  return `BEGIN; ${begun}; ${sql}\n; ${finished}; COMMIT`
}

/** Literals, as a query of many statements takes no values. */
function beginning(id: string, { name, checksums }: Migration): string {
  return `INSERT INTO "_prisma_migrations" (id, checksum, migration_name)
    VALUES (${id}, ${escapeLiteral(checksums[0])}, ${escapeLiteral(name)}) ON CONFLICT DO NOTHING`
}

/** Returns whether the record was made: not where the connection is gone. */
async function recordFailure(
  client: Client,
  id: string,
  begun: string,
  error: unknown,
): Promise<boolean> {
  const logs = escapeLiteral(String(error))
  const update = `UPDATE "_prisma_migrations" SET logs = ${logs} WHERE id = ${id}`
  try {
    await client.query('ROLLBACK')
    await client.query(`${begun}; ${update}`)
    return true
  } catch {
    return false
  }
}

const REPAIR =
  'Repair the database if need be, then mark the migration with `npx prisma migrate resolve`.'

function failed({ name }: Migration, cause: unknown): MigrationFailure {
  return new MigrationFailure(`Migration ${name} failed: ${String(cause)}. ${REPAIR}`, { cause })
}

function interrupted({ name }: Migration, cause: unknown): MigrationFailure {
  return new MigrationFailure(
    `Migration ${name} was interrupted: ${String(cause)}. Start again to complete it.`,
    { cause },
  )
}

function failedEarlier(name: string): MigrationFailure {
  return new MigrationFailure(`Migration ${name} was begun earlier and not finished. ${REPAIR}`)
}

function edited({ name }: Migration): MigrationFailure {
  return new MigrationFailure(
    `Migration ${name} was edited after it was applied to this database. ` +
      'Restore its file, and put the change into a new migration.',
  )
}

import { Client } from 'pg'
import { readMigrations } from './migrations.ts'
import { missingRights } from './rights.ts'

interface Applied {
  readonly name: string
  readonly checksum: string
  readonly isFinished: boolean
}

/**
 * Where the database and this version of the code differ, each in a sentence; empty where they agree.
 * Changes nothing. The account of `url` needs no more rights than those to serve.
 * @throws where the database cannot be reached.
 */
export async function checkDatabase(url: string, folder?: URL): Promise<readonly string[]> {
  const client = new Client({ connectionString: url, application_name: 'eksip check' })
  client.on('error', () => {})
  await client.connect()
  try {
    const applied = await readApplied(client)
    if (applied === null) return ['The database has no tables of eksip: no migration was applied.']
    const lacking = await missingRights(client, client.user ?? '')
    return [
      ...compare(applied, folder),
      ...lacking.map((right) => `The account ${client.user} lacks the right to ${right}.`),
    ]
  } finally {
    await client.end()
  }
}

async function readApplied(client: Client): Promise<readonly Applied[] | null> {
  const { rows: tables } = await client.query<{ known: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS known`,
  )
  if (!tables[0]?.known) return null
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
     FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return rows
}

function compare(applied: readonly Applied[], folder: URL | undefined): readonly string[] {
  const migrations = new Map(readMigrations(folder).map((one) => [one.name, one]))
  const known = new Set(applied.map(({ name }) => name))
  const pending = [...migrations.keys()].filter((name) => !known.has(name))
  return [
    ...pending.map((name) => `Migration ${name} is pending: it was not applied yet.`),
    ...applied.flatMap(({ name, checksum, isFinished }) => {
      if (!isFinished) return [`Migration ${name} has failed: it was begun and not finished.`]
      const migration = migrations.get(name)
      if (!migration) return [`Migration ${name} is unknown: a newer version of eksip applied it.`]
      if (migration.checksums.includes(checksum)) return []
      return [`Migration ${name} was edited after it was applied.`]
    }),
  ]
}

import { pino } from 'pino'
import { loadEnvironment, readConfig } from './config.ts'
import { migrate } from './database/migrate.ts'

/**
 * Applies the migrations, makes the account that serves, and ends: for deployments whose bot shall
 * not know the account that owns the tables. Exit code 0 where the database is up to date.
 */
async function main(): Promise<void> {
  const config = readConfig(loadEnvironment())
  if (!config.ok) return fail(config.problems)
  const { databaseUrl, migrationDatabaseUrl, logLevel } = config.value
  if (databaseUrl === null || migrationDatabaseUrl === null) return fail([NO_ADDRESS])
  const applied = await migrate(migrationDatabaseUrl, { servingUrl: databaseUrl })
  pino({ level: logLevel }).info({ applied }, 'the database is up to date')
}

const NO_ADDRESS = 'DATABASE_URL and MIGRATION_DATABASE_URL must name the database to migrate.'

function fail(problems: readonly string[]): void {
  for (const problem of problems) process.stderr.write(`eksip: ${problem}\n`)
  process.exitCode = 1
}

main().catch((error: unknown) => fail([error instanceof Error ? error.message : String(error)]))

import { Client } from 'pg'
import { withDatabase } from './adapter.mjs'

/** Prisma's codes for why a database cannot be reached, by the code of `pg`. */
const PRISMA_CODES = { '3D000': 'P1003', '28P01': 'P1000', ECONNREFUSED: 'P1001' }
const OTHER_FAILURE = 'P1010'

/**
 * Runs `can-connect-to-database`, `create-database` or `drop-database` for the database of the
 * address. Returns the exit code; a failure goes to stderr in the engine's own form.
 */
export async function runDatabaseCommand(command, url) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const quoted = `"${name.replaceAll('"', '""')}"`
  try {
    switch (command) {
      case 'can-connect-to-database':
        await run(url, 'SELECT 1')
        break
      case 'create-database':
        await run(withDatabase(url, 'postgres'), `CREATE DATABASE ${quoted}`)
        break
      case 'drop-database':
        await run(withDatabase(url, 'postgres'), `DROP DATABASE ${quoted}`)
        break
      default:
        throw new Error(`The schema engine has no command ${command}.`)
    }
    return 0
  } catch (error) {
    report(PRISMA_CODES[error.code] ?? OTHER_FAILURE, error.message || String(error.code))
    return 1
  }
}

async function run(url, sql) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Prisma's command line passes the first line by and parses the others. */
function report(code, message) {
  const line = {
    level: 'ERROR',
    target: 'schema_engine::logger',
    fields: { error_code: code, message },
  }
  process.stderr.write(`\n${JSON.stringify(line)}\n`)
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

export type Migration = {
  /** Its folder's name: the time it was made, then what it is about. */
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file as it is, and with each kind of line end: git may change those. */
  readonly checksums: readonly [string, ...string[]]
}

/** From `src/database` and from `dist/database` alike. */
const MIGRATIONS = new URL('../../prisma/migrations/', import.meta.url)

/** All migrations of a folder, oldest first. */
export function readMigrations(folder = MIGRATIONS): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
    .map((name) => readMigration(folder, name))
}

function readMigration(folder: URL, name: string): Migration {
  const sql = readFileSync(new URL(`${encodeURIComponent(name)}/migration.sql`, folder), 'utf8')
  const unixSql = sql.replaceAll('\r\n', '\n')
  const windowsSql = unixSql.replaceAll('\n', '\r\n')
  return { name, sql, checksums: [sha256(sql), sha256(unixSql), sha256(windowsSql)] }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

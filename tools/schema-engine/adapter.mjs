import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { Client, Pool } from 'pg'

/** Connects the schema engine to a database, and to an empty shadow database beside it. */
export function adapterFactory(url, shadowUrl) {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url),
    connectToShadowDb: () => (shadowUrl ? connect(shadowUrl) : connectToNewShadow(url)),
  }
}

/** The same address with another database. `pg` obeys the address alone when both are given. */
export function withDatabase(url, name) {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}

async function connect(url, whenDone = async () => {}) {
  const pool = new CatalogPool({ connectionString: url, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const schema = new URL(url).searchParams.get('schema') ?? 'public'
  const adapter = await new PrismaPg(pool, { schema }).connect()

  // The adapter cuts a script at every `;`, also inside the body of a function. The native engine
  // sends it whole, and so it is one transaction.
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error) => adapter.onError(error))
  }
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => restoreChars(await queryRaw(query))

  const dispose = adapter.dispose.bind(adapter)
  adapter.dispose = async () => {
    await dispose()
    await pool.end()
    await whenDone()
  }
  return adapter
}

/** The adapter's own shadow database would be the main one, and it drops it while connected. */
async function connectToNewShadow(url) {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`
  const admin = new Client({ connectionString: url })
  await admin.connect()
  await admin.query(`CREATE DATABASE "${name}"`)
  return connect(withDatabase(url, name), async () => {
    await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`)
    await admin.end()
  })
}

const CATALOG_CHAR = 18
const TEXT = 25

/** The columns of the catalog's type "char" in each result, found by the array of its rows. */
const charColumns = new WeakMap()

/** The adapter does not know the type "char", which the catalog has many of: it gets text. */
class CatalogPool extends Pool {
  async query(...request) {
    const result = await super.query(...request)
    const columns = (result.fields ?? []).filter((field) => field.dataTypeID === CATALOG_CHAR)
    if (columns.length > 0) {
      charColumns.set(
        result.rows,
        columns.map((field) => result.fields.indexOf(field)),
      )
    }
    for (const field of columns) field.dataTypeID = TEXT
    return result
  }
}

/** Behind the adapter, the engine gets the type that it expects. */
function restoreChars(result) {
  for (const column of charColumns.get(result.rows) ?? []) {
    result.columnTypes[column] = ColumnTypeEnum.Character
  }
  return result
}

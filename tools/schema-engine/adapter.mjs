import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
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

/** The engine reads the catalog's type "char", which the adapter does not know, as text. */
class CatalogPool extends Pool {
  async query(...request) {
    const result = await super.query(...request)
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === CATALOG_CHAR) field.dataTypeID = TEXT
    }
    return result
  }
}

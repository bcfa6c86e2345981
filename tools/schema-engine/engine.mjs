import { readFileSync } from 'node:fs'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { adapterFactory } from './adapter.mjs'

const folder = new URL('.', import.meta.resolve('@prisma/schema-engine-wasm'))

/** Some commands need no database; whatever tries this address fails at once. */
const NO_DATABASE = 'postgresql://unset@127.0.0.1:1/unset'

/** The schema engine over `pg`, for the schema files and the database that Prisma names. */
export async function loadEngine(datamodels, datasource) {
  await loadBindings()
  const factory = adapterFactory(datasource.url ?? NO_DATABASE, datasource.shadowDatabaseUrl)
  return bindings.SchemaEngine.new(
    datamodels.length > 0 ? { datamodels } : {},
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

export function engineVersion() {
  return JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')).version
}

/** Node cannot import a .wasm file yet, so its two halves are joined by hand. */
async function loadBindings() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: reportPanic }
  const bytes = readFileSync(new URL('schema_engine_bg.wasm', folder))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings })
  // The names are those that wasm-bindgen gives.
  /* oxlint-disable no-underscore-dangle */
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
}

/** The call that met the panic fails with the trap of WebAssembly, which has no reason in it. */
function reportPanic(message) {
  process.stderr.write(`${message}\n`)
}

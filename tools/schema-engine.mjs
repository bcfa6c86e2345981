#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which Prisma's command line would have to download.
// The same engine, compiled to WebAssembly, comes from npm; this program lets it speak what the
// command line speaks with the native one: JSON-RPC, a line each, over stdin and stdout.
import { readFileSync } from 'node:fs'
import { runDatabaseCommand } from './schema-engine/database-command.mjs'
import { engineVersion, loadEngine } from './schema-engine/engine.mjs'
import { serve } from './schema-engine/rpc.mjs'

const { version, command, datamodels, datasource } = parseArguments(process.argv.slice(2))

if (version) {
  console.log(`schema-engine-wasm ${engineVersion()}`)
} else if (command) {
  process.exitCode = await runDatabaseCommand(command, datasource.url)
} else {
  serve(() => loadEngine(datamodels, datasource))
}

/** The arguments of the native engine that Prisma's command line uses; it passes others by. */
function parseArguments(words) {
  const options = { version: false, command: undefined, datamodels: [], datasource: {} }
  const rest = words.values()
  for (const word of rest) {
    if (word === '--version') options.version = true
    if (word === '--datasource') options.datasource = JSON.parse(rest.next().value)
    if (word === '--datamodels') options.datamodels.push(readSchema(rest.next().value))
    if (word === 'cli') options.command = rest.next().value
  }
  return options
}

function readSchema(file) {
  return [file, readFileSync(file, 'utf8')]
}

import { randomUUID } from 'node:crypto'
import { startEmbedded } from '../../src/database/embedded/start.ts'
import { migrate } from '../../src/database/migrate.ts'
import { withDatabase, type DatabaseAddress } from './database-address.ts'
import { runSql } from './run-sql.ts'
import { containerEngineAnswers, startContainer } from './postgres-container.ts'

export type TestServer = {
  readonly label: string
  readonly url: string
  readonly stop: () => Promise<void>
}

/** A server with a migrated database, which each test file gets a copy of. */
export type TestDatabase = TestServer & DatabaseAddress

export async function startTestDatabase(environment: NodeJS.ProcessEnv): Promise<TestDatabase> {
  const server = await startServer(environment)
  process.stdout.write(`Tests use ${server.label}.\n`)
  const id = randomUUID().slice(0, 8)
  const template = `eksip_template_${id}`
  const serving = new URL(server.url)
  serving.username = `eksip_bot_${id}`
  serving.password = id
  try {
    await runSql(server.url, `CREATE DATABASE ${template}`)
    const servingUrl = withDatabase(serving.href, template)
    await migrate(withDatabase(server.url, template), { servingUrl })
  } catch (error) {
    await server.stop()
    throw error
  }
  const stop = async () => {
    await runSql(server.url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
    // The database of a test file that was killed is still there, and keeps its account.
    await runSql(server.url, `DROP ROLE IF EXISTS ${serving.username}`).catch(() => {})
    await server.stop()
  }
  return { ...server, serving: serving.href, template, stop }
}

/**
 * TEST_DATABASE_URL, whose account may create databases, or else what TEST_DB names. With neither, a
 * container where that works, or else the embedded server.
 */
async function startServer(environment: NodeJS.ProcessEnv): Promise<TestServer> {
  const url = environment['TEST_DATABASE_URL']
  if (url) return { label: 'TEST_DATABASE_URL', url, stop: async () => {} }
  const choice = environment['TEST_DB']
  switch (choice) {
    case 'testcontainers':
      return startContainer()
    case 'embedded':
      return startEmbeddedServer(environment, '')
    case undefined:
    case '':
      return (await containerEngineAnswers())
        ? startContainer().catch((error: unknown) =>
            startEmbeddedServer(environment, `; no container started: ${String(error)}`),
          )
        : startEmbeddedServer(environment, '; no Docker engine answered')
    default:
      throw new Error(`TEST_DB is ${choice}; it can be testcontainers or embedded.`)
  }
}

/** In one folder for all runs: two at once share the server, and one that was killed leaves no other. */
async function startEmbeddedServer(
  environment: NodeJS.ProcessEnv,
  why: string,
): Promise<TestServer> {
  const programs = environment['EKSIP_POSTGRES_BIN']
  const server = await startEmbedded({ folder: '.eksip/test', throwaway: true, programs })
  return { label: `the embedded Postgres${why}`, ...server }
}

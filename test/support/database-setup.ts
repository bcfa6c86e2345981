import { createServer, type Server } from 'node:http'
import type { TestProject } from 'vitest/node'
import { startTestDatabase, type TestDatabase } from './database-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the database server of this run, see `database-address.ts`. */
    databaseDesk: string
  }
}

let database: Promise<TestDatabase> | undefined
let desk: Server | undefined

/** Opens the desk where test files ask for the database server; the first one who asks starts it. */
export async function setup(project: TestProject): Promise<void> {
  desk = createServer((_request, response) => {
    database ??= startTestDatabase(process.env)
    database.then(
      ({ url, serving, template }) => response.end(JSON.stringify({ url, serving, template })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  const server = desk
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The desk has no port.')
  project.provide('databaseDesk', `http://127.0.0.1:${address.port}`)
}

export async function teardown(): Promise<void> {
  desk?.closeAllConnections()
  desk?.close()
  const started = await database?.catch(() => undefined)
  await started?.stop()
}

import { PostgreSqlContainer } from '@testcontainers/postgresql'
import { getContainerRuntimeClient } from 'testcontainers'
import { localeWords } from '../../src/database/embedded/initdb.ts'
import type { TestServer } from './database-server.ts'

const MAJOR = 18
const IMAGE = `postgres:${MAJOR}-alpine`
const PATIENCE_MS = 3_000

/** True when a Docker engine, or one like it, answers within 3 seconds. */
export async function containerEngineAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const answers = getContainerRuntimeClient().then(
    () => true,
    () => false,
  )
  return Promise.race([answers, tooLate]).finally(() => clearTimeout(timer))
}

export async function startContainer(): Promise<TestServer> {
  const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=300']
  const container = await new PostgreSqlContainer(IMAGE)
    .withEnvironment({ POSTGRES_INITDB_ARGS: localeWords(MAJOR).join(' ') })
    .withCommand(['postgres', ...settings.flatMap((setting) => ['-c', setting])])
    .start()
  return {
    label: `Testcontainers (${IMAGE})`,
    url: container.getConnectionUri(),
    stop: async () => {
      await container.stop()
    },
  }
}

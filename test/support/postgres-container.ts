import { PostgreSqlContainer } from '@testcontainers/postgresql'
import { getContainerRuntimeClient } from 'testcontainers'
import type { TestServer } from './database-server.ts'

const IMAGE = 'postgres:18-alpine'
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
    .withEnvironment({
      POSTGRES_INITDB_ARGS: '--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8',
    })
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

import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { healthRoutes } from '../../src/slack/health.ts'
import { warmUp } from '../../src/slack/warm-up.ts'
import { startBot } from './bot.ts'

const bot = await startBot()
const address = (path: string) => new URL(path, bot.url)

test('the bot says that it lives and is ready', async () => {
  expect((await fetch(address('/healthz'))).status).toBe(200)
  expect((await fetch(address('/readyz'))).status).toBe(200)
})

test('nothing else is there', async () => {
  expect((await fetch(address('/'))).status).toBe(404)
  expect((await fetch(address('/slack/events'))).status).toBe(404)
  expect((await fetch(address('/%zz'))).status).toBe(404)
  expect((await fetch(address('/healthz'))).status).toBe(200)
})

test('the bot is not ready before it is warm', async () => {
  let warmed = () => {}
  const ready = readiness(new Promise((resolve) => (warmed = resolve)))
  const early = await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, 50, null))])
  expect(early).toBeNull()
  warmed()
  expect(await ready).toBe(200)
})

test('the bot is not ready where it cannot answer', async () => {
  const warm = Promise.reject(new Error('broken'))
  warm.catch(() => {})
  expect(await readiness(warm)).toBe(503)
})

test('warming up answers and draws without any history', async () => {
  await expect(warmUp()).resolves.toBeUndefined()
})

/** The status of `/readyz` of a bot whose database answers. */
async function readiness(warm: Promise<void>): Promise<number> {
  const routes = healthRoutes(() => Promise.resolve(true), warm)
  const server = createServer((request, response) => {
    routes
      .find(({ path }) => path === request.url)
      ?.handler(Object.assign(request, { params: {} }), response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  try {
    return (await fetch(`http://127.0.0.1:${bound.port}/readyz`)).status
  } finally {
    server.close()
  }
}

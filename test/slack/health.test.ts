import { expect, test } from 'vitest'
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

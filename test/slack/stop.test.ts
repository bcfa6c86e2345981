import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { start } from '../terminal/program.ts'
import { SIGNING_SECRET } from './bot.ts'
import { startFakeSlack } from './fake-slack.ts'
import { ask, channelOf, posts } from './load.ts'

const SENDERS = 8
const PATIENCE = { timeout: 40_000, interval: 50 } as const

const database = await freshDatabase()
const { prisma } = database.owner
const slack = await startFakeSlack({
  'auth.test': { team_id: 'T0EKSIP', user_id: 'U0EKSIP', bot_id: 'B0EKSIP' },
})

const port = await freePort()
const program = start('main.ts', [], {
  DATABASE_URL: database.url,
  MIGRATION_DATABASE_URL: database.owner.url,
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_API_URL: slack.apiUrl,
  PORT: String(port),
})
afterAll(() => program.kill('SIGKILL'))

test('told to stop under load, it ends in good order: what was acknowledged is stored, and no reply is lost or doubled', async () => {
  const origin = `http://127.0.0.1:${port}`
  const isReady = () =>
    fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  await vi.waitUntil(isReady, PATIENCE)

  const acknowledged: number[] = []
  const isAlive = () => program.exitCode === null && program.signalCode === null
  const sendSome = async (first: number) => {
    for (let index = first; isAlive(); index += SENDERS) {
      const answer = await ask(`${origin}/slack/events`, index).then(
        (response) => response.text(),
        () => '',
      )
      if (answer.includes('in_channel')) acknowledged.push(index)
    }
  }
  const sending = Promise.all(Array.from({ length: SENDERS }, (_, first) => sendSome(first)))
  await vi.waitUntil(() => acknowledged.length >= 20, PATIENCE)

  const exited = once(program, 'exit')
  const toldAt = performance.now()
  program.kill('SIGTERM')
  await exited
  expect(program.exitCode).toBe(0)
  expect(performance.now() - toldAt).toBeLessThan(10_000)
  await sending

  const stored = await prisma.scenario.findMany({ select: { channel: true } })
  const channels = stored.map(({ channel }) => channel)
  expect(acknowledged.map(channelOf).filter((channel) => !channels.includes(channel))).toEqual([])
  expect(new Set(channels).size).toBe(channels.length)

  const replies = await prisma.outbox.findMany({ select: { channel: true, state: true } })
  expect(replies.map(({ channel }) => channel).toSorted()).toEqual(channels.toSorted())
  // Sent once, or waiting for another replica; nothing is left half-way.
  const sent = replies.filter(({ state }) => state === 'sent').map(({ channel }) => channel)
  const waiting = replies.filter(({ state }) => state === 'pending')
  expect(sent.length + waiting.length).toBe(replies.length)
  expect(posts(slack).toSorted()).toEqual(sent.toSorted())
  expect(sent.length).toBeGreaterThan(0)
}, 90_000)

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

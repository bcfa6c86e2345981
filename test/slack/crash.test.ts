import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { SIGNING_SECRET } from './bot.ts'
import { startFakeSlack } from './fake-slack.ts'
import { ask, channelOf, posts } from './load.ts'

const database = await freshDatabase()
const { prisma } = database.owner
const slack = await startFakeSlack({
  'auth.test': { team_id: 'T0EKSIP', user_id: 'U0EKSIP', bot_id: 'B0EKSIP' },
})
const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

beforeEach(async () => {
  await prisma.workspace.deleteMany()
  slack.calls.length = 0
})

test('killed between commit and post: another replica sends the reply, once, within 15 seconds', async () => {
  const [stuck, other] = await Promise.all([startReplica({ STUCK: '1' }), startReplica({})])
  // On a busy machine the first command of a process may be told to come again.
  const takes = async () => (await ask(stuck.url, 1)).json()
  await expect.poll(takes, { timeout: 30_000 }).toEqual({ response_type: 'in_channel' })
  await kill(stuck.child)
  const killedAt = performance.now()
  expect(posts(slack)).toHaveLength(0)
  await expect.poll(() => posts(slack).length, { timeout: 15_000, interval: 100 }).toBe(1)
  expect(performance.now() - killedAt).toBeLessThan(15_000)
  await expect.poll(() => prisma.outbox.findMany()).toMatchObject([{ state: 'sent', attempts: 1 }])
  expect(posts(slack)).toHaveLength(1)
  await kill(other.child)
})

test('killed under load: what was acknowledged is stored, and sent once or known as unknown', async () => {
  const [doomed, other] = await Promise.all([startReplica({}), startReplica({})])
  const acknowledged: number[] = []
  const isAlive = () => doomed.child.exitCode === null && doomed.child.signalCode === null
  const sendSome = async (first: number) => {
    for (let index = first; index < 40 && isAlive(); index += 4) {
      const response = await ask(doomed.url, index).catch(() => null)
      const answer = await response?.text().catch(() => '')
      if (answer?.includes('in_channel')) acknowledged.push(index)
      if (acknowledged.length >= 10) doomed.child.kill('SIGKILL')
    }
  }
  await Promise.all([0, 1, 2, 3].map(sendSome))
  expect(acknowledged.length).toBeGreaterThanOrEqual(10)
  const stored = await prisma.scenario.findMany()
  const channels = new Set(stored.map(({ channel }) => channel))
  expect(acknowledged.filter((index) => !channels.has(channelOf(index)))).toEqual([])

  const unfinished = { where: { state: { in: ['pending', 'sending'] } } }
  await expect.poll(() => prisma.outbox.count(unfinished), { timeout: 50_000 }).toBe(0)
  const rows = await prisma.outbox.findMany()
  expect(rows).toHaveLength(stored.length)
  for (const { channel, state } of rows) {
    const times = posts(slack).filter((each) => each === channel).length
    expect(state === 'sent' ? [1] : [0, 1]).toContain(times)
    expect(['sent', 'unknown']).toContain(state)
  }
  await kill(other.child)
})

async function startReplica(settings: Readonly<Record<string, string>>) {
  const program = fileURLToPath(new URL('replica.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      SLACK_API_URL: slack.apiUrl,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  const [printed] = await once(child.stdout, 'data')
  return { child, url: String(printed).trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { prismaBudgets } from '../../src/history/budgets.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { prismaOutbox, type Outbox } from '../../src/history/outbox.ts'
import { prismaPreferences } from '../../src/history/preferences.ts'
import { slackClients } from '../../src/slack/clients.ts'
import { createCourier, type Courier } from '../../src/slack/delivery/courier.ts'
import { countUnderWay } from '../../src/slack/under-way.ts'
import { allocate } from '../../src/allocation/allocate.ts'
import { format } from '../../src/command/format.ts'
import type { Asker, History } from '../../src/history/history.ts'
import { scenarioOf } from '../history/runs.ts'
import { freshDatabase } from '../support/database.ts'
import { error, startFakeSlack, type FakeAnswer } from './fake-slack.ts'

const database = await freshDatabase()
const { prisma, pool } = database.owner
const history = prismaHistory(database.prisma, database.pool, () => {})
const outbox = prismaOutbox(database.prisma, database.pool)
const slack = await startFakeSlack()
const courier = startCourier(slack.apiUrl)
afterAll(() => courier.stop())

const POST = 'chat.postMessage'
const ADA: Asker = {
  workspace: 'T1',
  channel: 'C1',
  thread: null,
  isPrivate: false,
  author: 'U0ADA',
  authorName: 'ada',
  isAdmin: false,
}

beforeEach(async () => {
  await prisma.workspace.deleteMany()
  slack.calls.length = 0
  slack.script(POST)
  slack.script('hook')
})

describe('a reply that Slack', () => {
  test('takes: is sent once, and its message leads to the run', async () => {
    const id = await storeReply()
    courier.deliver(id)
    const sent = await settled(id)
    expect(sent).toMatchObject({ state: 'sent', attempts: 1, ts: '17.000001', responseUrl: null })
    expect(slack.calls).toMatchObject([
      { method: POST, args: { channel: 'C1', text: expect.stringContaining('#1 · ') } },
    ])
    await expect
      .poll(() => history.find(ADA, { kind: 'message', timestamp: '17.000001' }))
      .toMatchObject({ kind: 'run', run: { number: 1 } })
  })

  const endings: readonly (readonly [string, FakeAnswer, string, string])[] = [
    ['takes, and then answers with 500', { status: 500 }, 'unknown', 'HTTP 500'],
    ['does not answer', { hang: true }, 'unknown', 'timeout'],
    ['fails half-way', error('fatal_error'), 'unknown', 'fatal_error'],
    ['refuses: the token was revoked', error('token_revoked'), 'refused', 'token_revoked'],
    ['refuses: the channel is archived', error('is_archived'), 'refused', 'is_archived'],
    ['refuses: no such channel', error('channel_not_found'), 'refused', 'channel_not_found'],
    ['refuses with another status', { status: 403 }, 'refused', 'HTTP 403'],
  ]
  test.each(endings)('%s: is not sent again', async (_, answer, state, reason) => {
    slack.script(POST, answer)
    const id = await storeReply({ responseUrl: null })
    courier.deliver(id)
    expect(await settled(id)).toMatchObject({ state, error: expect.stringContaining(reason) })
    await makeDue()
    expect(await outbox.take(10)).toEqual([])
    expect(slack.calls).toHaveLength(1)
  })

  const waits: readonly (readonly [string, FakeAnswer, number])[] = [
    ['Retry-After 30', { status: 429, headers: { 'retry-after': '30' } }, 30],
    ['no Retry-After', { status: 429 }, 30],
    ['Retry-After abc', { status: 429, headers: { 'retry-after': 'abc' } }, 30],
    ['Retry-After of a day', { status: 429, headers: { 'retry-after': '86400' } }, 300],
    ['ratelimited in the body', error('ratelimited'), 30],
  ]
  test.each(waits)('puts off with 429, %s: waits %j', async (_, answer, seconds) => {
    slack.script(POST, answer)
    const id = await storeReply()
    courier.deliver(id)
    const row = await settled(id)
    expect(row).toMatchObject({ state: 'pending', form: 'blocks' })
    const wait = (row.dueAt.getTime() - Date.now()) / 1_000
    expect(wait).toBeGreaterThan(seconds - 5)
    expect(wait).toBeLessThan(seconds + 1)
  })

  test('puts off for a second: is sent after it, by whoever looks', async () => {
    slack.script(POST, { status: 429, headers: { 'retry-after': '1' } })
    const id = await storeReply()
    const started = performance.now()
    courier.start()
    courier.deliver(id)
    await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe('sent')
    expect(performance.now() - started).toBeGreaterThan(1_000)
    expect(slack.calls).toHaveLength(2)
  })

  test('does not know the blocks of: is sent as text, once more', async () => {
    slack.script(POST, error('invalid_blocks'))
    const id = await storeReply()
    courier.deliver(id)
    await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe('sent')
    const [, again] = slack.calls
    expect(again?.args).not.toHaveProperty('blocks')
    expect(again?.args['text']).toMatchSnapshot()
  })

  test('does not know, not even as text: is refused', async () => {
    slack.script(POST, error('invalid_blocks'), error('invalid_blocks'))
    const id = await storeReply()
    courier.deliver(id)
    await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe('refused')
    expect(slack.calls).toHaveLength(2)
  })
})

describe('where the bot is not in the channel', () => {
  test.each(['not_in_channel', 'channel_not_found', 'missing_scope'])(
    '%s: the reply goes by the response_url, with a hint for the asker',
    async (code) => {
      slack.script(POST, error(code))
      const fresh = startCourier(slack.apiUrl)
      const id = await storeReply()
      fresh.deliver(id)
      expect(await settled(id)).toMatchObject({ state: 'sent', ts: null })
      await fresh.stop()
      expect(slack.calls.slice(1)).toMatchObject([
        { method: 'hook', args: { response_type: 'in_channel', replace_original: false } },
        {
          method: 'hook',
          args: { response_type: 'ephemeral', text: expect.stringContaining('/invite @eksip') },
        },
      ])
    },
  )

  test('the hint is given to each once in a channel, and in no direct message', async () => {
    const hints: number[] = []
    const bob = { ...ADA, author: 'U0BOB' }
    const carl = { ...ADA, author: 'U0CARL' }
    const askers = [bob, bob, carl, { ...bob, channel: 'C2' }, bob, { ...bob, channel: 'D0BOB' }]
    for (const asker of askers) {
      slack.calls.length = 0
      slack.script(POST, error('not_in_channel'))
      const id = await storeReply({ asker })
      courier.deliver(id)
      expect(await settled(id)).toMatchObject({ state: 'sent' })
      hints.push(slack.calls.filter(({ args }) => String(args['text']).includes('/invite')).length)
    }
    expect(hints).toEqual([1, 0, 1, 1, 0, 0])
  })

  test.each([
    [404, 'refused'],
    [500, 'unknown'],
  ])('a response_url that answers with %i: %s', async (status, state) => {
    slack.script(POST, error('not_in_channel'))
    slack.script('hook', { status })
    const id = await storeReply()
    courier.deliver(id)
    expect(await settled(id)).toMatchObject({ state, error: `HTTP ${status}` })
    expect(slack.calls).toHaveLength(2)
  })
})

test('where nobody listens, the reply waits: nothing was taken', async () => {
  // A port that nobody can listen on without being root, and nobody does.
  const elsewhere = startCourier('http://127.0.0.1:999/api/')
  const id = await storeReply()
  elsewhere.deliver(id)
  expect(await settled(id)).toMatchObject({ state: 'pending' })
  await elsewhere.stop()
})

test('where no token is found for a moment, the reply waits: nothing was sent', async () => {
  const without = startCourier(slack.apiUrl, { tokenOf: () => Promise.reject(new Error('away')) })
  const id = await storeReply()
  without.deliver(id)
  expect(await settled(id)).toMatchObject({ state: 'pending', error: 'no token of T1' })
  await without.stop()
  expect(slack.calls).toEqual([])
})

describe('a reply that cannot be drawn', () => {
  const find = () => Promise.reject(new Error('the history is away'))

  test('waits: nothing was sent', async () => {
    const blind = startCourier(slack.apiUrl, { kept: { ...history, find } })
    const id = await storeReply()
    blind.deliver(id)
    expect(await settled(id)).toMatchObject({ state: 'pending', error: 'it could not be drawn' })
    await blind.stop()
    expect(slack.calls).toEqual([])
  })

  test('after ten times it is refused, so that those behind it get through', async () => {
    const blind = startCourier(slack.apiUrl, { kept: { ...history, find } })
    const id = await storeReply()
    await pool.query('UPDATE outbox SET attempts = 9')
    blind.deliver(id)
    await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe('refused')
    await blind.stop()
  })
})

test('whoever stops sends what a look has taken just then', async () => {
  const id = await storeReply()
  let isTaken = () => {}
  const taken = new Promise<void>((resolve) => (isTaken = resolve))
  const take = async () => {
    const due = await outbox.begin([id])
    isTaken()
    await sleep(300)
    return due
  }
  const stopping = startCourier(slack.apiUrl, { stored: { ...outbox, take } })
  stopping.start()
  await taken
  await stopping.stop()
  expect(await stateOf(id)).toBe('sent')
})

test('a reply that nobody could send for an hour is not sent any more', async () => {
  const id = await storeReply()
  await pool.query("UPDATE outbox SET created_at = created_at - interval '61 minutes'")
  courier.deliver(id)
  expect(await settled(id)).toMatchObject({ state: 'refused', error: 'too old' })
  expect(slack.calls).toEqual([])
})

test('a reply in a thread, in French, is drawn from the stored run alone', async () => {
  const id = await storeReply({ language: 'fr', thread: '16.000001' })
  courier.deliver(id)
  expect(await settled(id)).toMatchObject({ state: 'sent' })
  expect(slack.calls[0]?.args).toMatchObject({
    thread_ts: '16.000001',
    text: expect.stringContaining('adresses'),
  })
})

interface Parts {
  readonly tokenOf?: () => Promise<string>
  readonly kept?: History
  readonly stored?: Outbox
}

function startCourier(
  apiUrl: string,
  { tokenOf = () => Promise.resolve('xoxb-1'), kept = history, stored = outbox }: Parts = {},
): Courier {
  const config = {
    kind: 'one-workspace',
    botToken: 'xoxb-1',
    signingSecret: 'secret',
    appToken: null,
    apiUrl,
  } as const
  const logger = pino({ level: 'silent' })
  const clients = slackClients(config, { of: tokenOf }, logger)
  return createCourier({
    outbox: stored,
    history: kept,
    budgets: prismaBudgets(database.prisma),
    preferences: prismaPreferences(database.prisma),
    clients,
    botName: '@eksip',
    underWay: countUnderWay(),
    now: () => new Date(),
    logger,
  })
}

interface Place {
  readonly language?: 'en' | 'fr'
  readonly responseUrl?: string | null
  readonly thread?: string | null
  readonly asker?: Asker
}

async function storeReply({
  language = 'en',
  responseUrl = slack.responseUrl,
  thread = null,
  asker = ADA,
}: Place = {}): Promise<string> {
  const delivery = { id: randomUUID(), installation: 'T1', language, responseUrl }
  const request = { key: null, answerBy: null, delivery }
  const scenario = scenarioOf('t3.2xlarge', { nodes: 2 })
  await history.keep({
    asker: { ...asker, thread },
    request,
    name: null,
    line: format(scenario),
    scenario,
    plan: allocate(scenario),
    askedAt: new Date(),
    parent: null,
    against: null,
  })
  return delivery.id
}

/** The row when its first attempt is over. */
async function settled(id: string) {
  const row = () => prisma.outbox.findUniqueOrThrow({ where: { id } })
  const isOver = async () => {
    const { state, attempts } = await row()
    return attempts > 0 && state !== 'sending'
  }
  await expect.poll(isOver, { timeout: 10_000 }).toBe(true)
  return row()
}

async function stateOf(id: string): Promise<string> {
  return (await prisma.outbox.findUniqueOrThrow({ where: { id } })).state
}

async function makeDue(): Promise<void> {
  await pool.query("UPDATE outbox SET due_at = now() - interval '1 ms'")
}

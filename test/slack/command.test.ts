import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { PlanJson } from '../../src/history/stored-plan.ts'
import { WORKED_EXAMPLES } from '../worked-examples.ts'
import { shownText } from '../../src/workspace/shown-text.ts'
import { validateBlocks } from '../../src/workspace/block-kit/validate.ts'
import { commandBody, nowInSeconds, send, sign, startBot, type CommandRequest } from './bot.ts'

/** An answer in the acknowledgement, as the asker alone sees it. */
const SlackMessage = z.object({
  response_type: z.literal('ephemeral'),
  text: z.string().min(1),
  blocks: z.array(z.looseObject({ type: z.string() })),
})

const bot = await startBot()
const { prisma } = bot.database.owner
const ada = bot.workspace.user('ada')

beforeEach(async () => {
  // An answer that is on its way would be taken for that of the next test.
  const onTheWay = { where: { state: { in: ['pending', 'sending'] } } }
  await vi.waitUntil(async () => (await prisma.outbox.count(onTheWay)) === 0, 20_000)
  await prisma.workspace.deleteMany()
})

describe('a slash command', () => {
  test.each(WORKED_EXAMPLES)('$line: $about', async ({ line, enis, usable, reserved, held }) => {
    const response = await send(bot.url, { text: line })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ response_type: 'in_channel' })
    const stored = await prisma.scenario.findFirstOrThrow()
    expect(PlanJson.parse(stored.plan)).toMatchObject({ enis, usable, reserved, held })
    expect(stored).toMatchObject({ number: 1, author: 'U0ADA', channel: 'C0CAPACITY' })
  })

  test('is answered by a message: in one sentence and in blocks that Slack takes', async () => {
    const [answer] = await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes 27 pods warm-ip=2')
    expect(answer?.userId).toBe('U0EKSIP')
    expect({ text: answer?.text, blocks: answer?.blocks }).toMatchSnapshot()
    expect(validateBlocks(answer?.blocks ?? [])).toEqual([])
  })

  test('is compared with the latest earlier run of the same types in that channel', async () => {
    await send(bot.url, { text: 't3.2xlarge 2 nodes 27 pods', triggerId: 'a' })
    await send(bot.url, { text: 'm5.large 2 nodes', triggerId: 'b' })
    await send(bot.url, { text: 't3.2xlarge 2 nodes 27 pods warm-ip=2', triggerId: 'c' })
    const answer = await ada.sees('#capacity', '#3')
    expect(shownText(answer)).toContain(
      'reserved 60 → 60 (=) · held 60 → 35 (−25, −42 %) · because WARM_IP_TARGET unset → 2 (−25 held)',
    )
  })

  test('with mistakes is answered to the asker with all of them, and nothing is stored', async () => {
    const response = await send(bot.url, { text: 't3.2xlrge 2 nods 27 pods warm-ips=2' })
    const message = await messageOf(response)
    expect(message).toMatchSnapshot()
    expect(validateBlocks(message.blocks)).toEqual([])
    expect(await prisma.scenario.count()).toBe(0)
  })

  test('without a word is acknowledged, and nothing is stored', async () => {
    const response = await send(bot.url, { text: '' })
    expect(response.status).toBe(200)
    expect(await prisma.scenario.count()).toBe(0)
  })

  test('that was delivered twice is stored once, and answered the same', async () => {
    const request = { text: 't3.2xlarge 2 nodes', triggerId: 'twice' }
    const responses = await Promise.all(Array.from({ length: 5 }, () => send(bot.url, request)))
    const answers = await Promise.all(responses.map((response) => response.json()))
    for (const answer of answers) expect(answer).toEqual({ response_type: 'in_channel' })
    expect(await prisma.scenario.count()).toBe(1)
    expect(await prisma.outbox.count()).toBe(1)
  })
})

describe('a request that is not from Slack', () => {
  const text = 't3.2xlarge'
  const body = commandBody(text)
  const cases: readonly (readonly [string, (now: number) => Omit<CommandRequest, 'text'>])[] = [
    ['another signature', () => ({ signature: `v0=${'0'.repeat(64)}` })],
    ['no signature', () => ({ signature: '' })],
    [
      'a changed body',
      (now) => ({
        timestamp: String(now),
        body: body.replace('t3', 't2'),
        signature: sign(body, String(now)),
      }),
    ],
    ['a timestamp 310 s old', (now) => ({ timestamp: String(now - 310) })],
    ['a timestamp 310 s ahead', (now) => ({ timestamp: String(now + 310) })],
    ['a timestamp a day ahead', (now) => ({ timestamp: String(now + 86_400) })],
    ['no timestamp', () => ({ timestamp: '' })],
    ['a timestamp that is no number', () => ({ timestamp: 'NaN' })],
    ['a timestamp in other digits', () => ({ timestamp: '1e9' })],
    ['timestamp 0', () => ({ timestamp: '0' })],
  ]

  // The time is that of the test: the ones before it may have taken longer than ten seconds.
  test.each(cases)('%s: refused, and nothing runs', async (_, spoilt) => {
    const response = await send(bot.url, { text, ...spoilt(nowInSeconds()) })
    expect(response.status).toBe(401)
    expect(await prisma.scenario.count()).toBe(0)
  })

  test('a body of 300 KB: refused before it is read', async () => {
    const response = await send(bot.url, { text: 'x'.repeat(300 * 1024) })
    expect(response.status).toBe(413)
    expect(response.headers.get('connection')).toBe('close')
  })
})

describe('bad input', () => {
  const lines = [
    ['a number with an exponent', 't3.2xlarge nodes=1e12'],
    ['a line of 40 KB', `t3.2xlarge ${'2 '.repeat(20_000)}`],
    ["the names of an object's prototype", '__proto__=1 constructor=2 toString=3'],
    ['NUL', 't3.2xlarge \u0000 2 nodes'],
    ['a superscript digit', 't3.2xlarge 2² nodes'],
    ['half of a surrogate pair', 't3.2xlarge \ud800 nodes'],
    ['a mention of everybody', 't3.2xlarge <!channel> as <!here>'],
  ] as const

  test.each(lines)('%s: refused, and nothing is stored', async (_, text) => {
    const response = await send(bot.url, { text })
    expect(response.status).toBe(200)
    const message = await messageOf(response)
    expect(validateBlocks(message.blocks)).toEqual([])
    expect(await prisma.scenario.count()).toBe(0)
  })

  test('in odd but clear characters is understood', async () => {
    const text = 't3.2xlarge\u00a0ｎｏｄｅｓ＝２ 27\u202fpods —warm-ip=2 as “prod blue”'
    const response = await send(bot.url, { text })
    expect(await response.json()).toEqual({ response_type: 'in_channel' })
    const stored = await prisma.scenario.findFirstOrThrow()
    expect(stored.line).toBe('t3.2xlarge 2 nodes 27 pods warm-ip=2 as "prod blue"')
  })
})

test('no secret and no typed line is in the log', () => {
  expect(bot.log()).not.toMatch(/xoxb-|signing secret|trigger\.1|response_url/)
})

async function messageOf(response: Response) {
  return SlackMessage.parse(await response.json())
}

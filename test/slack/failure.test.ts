import { expect, test } from 'vitest'
import type { History } from '../../src/history/history.ts'
import { NotKeptError } from '../../src/history/not-kept.ts'
import { commandBody, send, startBot } from './bot.ts'

let keep: History['keep']
const bot = await startBot({
  history: (kept) => ({ ...kept, keep: (run) => keep(run) }),
})
const text = 't3.2xlarge 2 nodes'

test('a history that certainly kept nothing: send it again', async () => {
  keep = () => Promise.reject(new NotKeptError('too late'))
  const response = await send(bot.url, { text })
  expect(await response.json()).toMatchObject({
    response_type: 'ephemeral',
    text: expect.stringContaining('nothing was saved. Please send that again'),
  })
})

test('a history that fails: said to the asker, never answered as if stored', async () => {
  keep = () => Promise.reject(new Error('the database is away'))
  const response = await send(bot.url, { text })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({
    response_type: 'ephemeral',
    text: expect.stringContaining('may have been saved'),
  })
  expect(bot.log()).toContain('the database is away')
})

test('a history that hangs: said before Slack gives up', async () => {
  keep = () => new Promise(() => undefined)
  const started = performance.now()
  const response = await send(bot.url, { text })
  expect(await response.json()).toMatchObject({ response_type: 'ephemeral' })
  expect(performance.now() - started).toBeLessThan(2_900)
})

test('a line with mistakes needs no history', async () => {
  const response = await send(bot.url, { text: 'nonsense' })
  expect(JSON.stringify(await response.json())).toContain('I do not know')
})

test('a request that comes too late to be answered stores nothing', async () => {
  const late = await startBot({ now: () => new Date(Date.now() + 5_000) })
  const response = await send(late.url, { text })
  expect(await response.json()).toMatchObject({
    text: expect.stringContaining('nothing was saved'),
  })
  expect(await late.database.owner.prisma.scenario.count()).toBe(0)
})

test('a form with a field twice, or without one, is refused kindly', async () => {
  const body = commandBody(text)
  for (const spoilt of [`${body}&text=again`, body.replace(/trigger_id=[^&]*/, '')]) {
    const response = await send(bot.url, { text, body: spoilt })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ text: 'That request could not be read.' })
  }
})

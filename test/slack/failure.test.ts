import { expect, test } from 'vitest'
import type { History } from '../../src/history/history.ts'
import { send, startBot } from './bot.ts'

let keep: History['keep'] = () => Promise.reject(new Error('the database is away'))
const bot = await startBot({ history: () => ({ keep: (run) => keep(run) }) })
const text = 't3.2xlarge 2 nodes'

test('a history that fails: said to the asker, never answered as if stored', async () => {
  const response = await send(bot.url, { text })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({
    response_type: 'ephemeral',
    text: expect.stringContaining('Please send that again'),
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

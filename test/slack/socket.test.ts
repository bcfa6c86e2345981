import { expect, test } from 'vitest'
import { pino } from 'pino'
import { App } from '@slack/bolt'
import { socketDoor } from '../../src/slack/socket.ts'
import { shownText } from '../../src/workspace/shown-text.ts'
import { startWorkspace } from '../../src/workspace/workspace.ts'
import { startBot } from './bot.ts'

const APP_TOKEN = 'xapp-of-these-tests'
const bot = await startBot({
  slack: (one) => ({ ...one, appToken: APP_TOKEN, signingSecret: null }),
  workspace: { delivery: 'socket', appToken: APP_TOKEN },
})
const ada = bot.workspace.user('ada')
const amelie = bot.workspace.user('amelie')

test('by Socket Mode commands, mentions and buttons are answered as by HTTP, in both languages', async () => {
  const [answer] = await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes 27 pods')
  if (!answer) throw new Error('no answer')
  expect(answer.text).toContain('60 addresses reserved by 4 ENIs')
  await ada.clicks(answer, 'Why?')
  const [refused] = await amelie.types('#capacity', '/eksip t3.2xlrge')
  expect(refused).toMatchObject({ visibleTo: amelie.id })
  const [french] = await amelie.mentions('#capacity', 'm5.large 2 noeuds')
  expect(french && shownText(french)).toContain('adresses réservées')
  expect(french?.threadTs).toBeDefined()
})

test('nothing of Slack is taken by HTTP then, but health is told', async () => {
  const response = await bot.send({ text: 't3.2xlarge' })
  expect(response.status).toBe(404)
  expect((await fetch(new URL('/readyz', bot.url))).status).toBe(200)
})

test('a connection that Slack closes is opened again', async () => {
  bot.workspace.sockets.disconnect('refresh_requested')
  await expect.poll(() => bot.workspace.sockets.count, { timeout: 20_000 }).toBe(0)
  await expect.poll(() => bot.workspace.sockets.count, { timeout: 20_000 }).toBe(1)
  const [answer] = await ada.types('#capacity', '/eksip m5.large 4 nodes')
  expect(answer?.text).toContain('m5.large 4 nodes')
})

test('a connection that never comes back ends the program, with a clear log', async () => {
  const logged: string[] = []
  const lost: Error[] = []
  const workspace = await startWorkspace({
    port: 0,
    signingSecret: 'secret',
    botToken: 'xoxb-1',
    delivery: 'socket',
    appToken: APP_TOKEN,
  })
  const app = new App({ token: 'xoxb-1', signingSecret: 'secret', deferInitialization: true })
  const door = socketDoor(app, {
    appToken: APP_TOKEN,
    clientOptions: { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } },
    logger: pino({}, { write: (line) => void logged.push(line) }),
    onLost: (error) => lost.push(error),
    silentMs: 200,
  })
  await door.start()
  await workspace.stop()
  await expect.poll(() => lost.length, { timeout: 10_000 }).toBe(1)
  expect(logged.join('')).toContain('no connection to Slack any more')
  expect(logged.join('')).not.toContain(APP_TOKEN)
  await door.stop()
})

import { Server } from 'node:http'

import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { shownText } from '../../src/workspace/shown-text.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'

const signingSecret = 'the secret of this test'
const botToken = 'xoxb-for-tests'
const logLevel = LogLevel.ERROR

let workspace: Workspace
let app: App
let botUrl: () => string
let commands: string[] = []

beforeAll(async () => {
  const bot = { port: 0 }
  botUrl = () => `http://127.0.0.1:${bot.port}/slack/events`
  workspace = await startWorkspace({ port: 0, botUrl, signingSecret, botToken })
  app = createApp()
  const server = await app.start(0)
  bot.port = portOf(server)
})

beforeEach(() => {
  commands = []
})

afterAll(async () => {
  await app.stop()
  await workspace.stop()
})

function fiveMinutesAgo(): number {
  return Date.now() - 301_000
}

function portOf(server: unknown): number {
  if (!(server instanceof Server)) throw new Error('Bolt has started no server of node:http')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

function createApp(): App {
  const receiver = new HTTPReceiver({ signingSecret, logLevel })
  const clientOptions = { slackApiUrl: workspace.apiUrl }
  const made = new App({ receiver, token: botToken, logLevel, clientOptions })
  made.command('/eksip', async ({ command, ack, respond, client }) => {
    commands.push(command.text)
    if (command.text === 'text') return ack('in plain text')
    if (command.text === 'json') return ack({ response_type: 'in_channel', text: 'in JSON' })
    await ack()
    if (command.text === 'respond') return void (await respond('later'))
    if (command.text === 'locale') {
      const { user } = await client.users.info({ user: command.user_id, include_locale: true })
      return void (await respond(String(user?.locale)))
    }
    await client.chat.postMessage({ channel: command.channel_id, text: 'choose', blocks: buttons })
  })
  made.action('go', async ({ ack, respond, body }) => {
    await ack()
    await respond({ text: `gone by ${body.user.id}`, replace_original: true })
  })
  return made
}

const buttons = [
  {
    type: 'actions' as const,
    elements: [
      {
        type: 'button' as const,
        action_id: 'go',
        text: { type: 'plain_text' as const, text: 'Go' },
      },
    ],
  },
]

describe('an unchanged Bolt app', () => {
  test.each([
    ['text', ['in plain text']],
    ['json', ['in JSON']],
    ['respond', ['later']],
    ['locale', ['fr-FR']],
    ['post', ['Go']],
  ])('answers /eksip %s', async (text, shown) => {
    const seen = await workspace.user('amelie').types('#capacity', `/eksip ${text}`)
    expect(seen.map(shownText)).toEqual(shown)
  })

  test('gets a click and replaces the message', async () => {
    const [message] = await workspace.user('ada').types('#capacity', '/eksip post')
    if (message === undefined) throw new Error('no message')
    const seen = await workspace.user('oliver').clicks(message, 'Go')
    expect(seen).toMatchObject([{ ts: message.ts, text: 'gone by U0OLIVER', blocks: [] }])
  })

  test('refuses what another secret has signed', async () => {
    const other = await startWorkspace({ port: 0, botUrl, signingSecret: 'wrong', botToken })
    const seen = await other.user('ada').types('#capacity', '/eksip text')
    await other.stop()
    expect(seen.map(shownText)).toEqual(['/eksip failed with the error "http_client_error"'])
    expect(commands).toEqual([])
  })

  test('refuses what was signed more than five minutes ago', async () => {
    const old = await startWorkspace({
      port: 0,
      botUrl,
      signingSecret,
      botToken,
      now: fiveMinutesAgo,
    })
    const seen = await old.user('ada').types('#capacity', '/eksip text')
    await old.stop()
    expect(seen.map(shownText)).toEqual(['/eksip failed with the error "http_client_error"'])
    expect(commands).toEqual([])
  })
})

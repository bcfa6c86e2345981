import { createHmac } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, afterEach, expect } from 'vitest'
import type { SlackConfig } from '../../src/config.ts'
import { prismaBudgets } from '../../src/history/budgets.ts'
import { prismaInstallations } from '../../src/history/installations.ts'
import { prismaOauthStates } from '../../src/history/oauth-states.ts'
import { prismaOutbox } from '../../src/history/outbox.ts'
import { prismaPreferences } from '../../src/history/preferences.ts'
import { purge } from '../../src/history/purge.ts'
import type { History } from '../../src/history/history.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { startSlack } from '../../src/slack/app.ts'
import {
  startWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../src/workspace/workspace.ts'
import { expectSound, faultsOf } from './sound.ts'
import { freshDatabase, type FreshDatabase } from '../support/database.ts'

export const SIGNING_SECRET = 'the signing secret of these tests'
export const PUBLIC_URL = 'https://eksip.example.com'
const BOT_TOKEN = 'xoxb-of-these-tests'

export interface TestBot {
  readonly url: string
  readonly workspace: Workspace
  readonly database: FreshDatabase
  readonly send: (request: CommandRequest) => Promise<Response>
  /** Sends an event or another request in JSON, correctly signed. */
  readonly sendJson: (body: unknown) => Promise<Response>
  /** Everything that the bot logged, as it would stand in the log. */
  readonly log: () => string
}

/** How the bot and its workspace are started where that is not as always. */
export interface BotOptions {
  readonly history?: (kept: History) => History
  readonly workspace?: Partial<WorkspaceOptions>
  readonly slack?: (oneWorkspace: SlackConfig) => SlackConfig
  readonly now?: () => Date
  /** None if not given: then runs have no links. */
  readonly publicUrl?: (own: string) => string
}

/** The bot as production runs it, on a database of its own, with a local workspace for Slack. */
export async function startBot(options: BotOptions = {}): Promise<TestBot> {
  const bot = await openBot(await freshDatabase(), options)
  afterEach(() => expectSound(bot.workspace))
  afterAll(() => bot.stop())
  return bot
}

/** The same on a database that is there already; whoever calls this stops it. */
export async function openBot(
  database: FreshDatabase,
  options: BotOptions = {},
): Promise<TestBot & { readonly stop: () => Promise<void> }> {
  await database.prisma.workspace.count()
  const logged: string[] = []
  let botUrl = ''
  const workspace = await startWorkspace({
    port: 0,
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    botUrl: () => botUrl,
    ...options.workspace,
  })
  const one: SlackConfig = {
    kind: 'one-workspace',
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    appToken: null,
    apiUrl: workspace.apiUrl,
  }
  const kept = prismaHistory(
    database.prisma,
    database.pool,
    (error) => void logged.push(error.message),
  )
  const preferences = prismaPreferences(database.prisma)
  const bot = await startSlack({
    slack: options.slack?.(one) ?? one,
    address: { port: 0, host: '127.0.0.1' },
    ...(options.publicUrl && { publicUrl: options.publicUrl }),
    logger: pino({ level: 'debug' }, { write: (line) => void logged.push(line) }),
    language: 'en',
    now: options.now ?? (() => new Date()),
    history: options.history?.(kept) ?? kept,
    budgets: prismaBudgets(database.prisma),
    preferences,
    outbox: prismaOutbox(database.prisma, database.pool),
    installations: prismaInstallations(database.prisma),
    oauthStates: prismaOauthStates(database.prisma),
    purge: (team) => purge(database.prisma, team),
    onLost: (error) => void logged.push(String(error)),
    pace: { take: () => null },
    isReady: () => database.pool.query('SELECT 1').then(() => true),
  })
  botUrl = bot.url
  return {
    url: bot.url,
    workspace,
    database,
    send: (request) => send(bot.url, request),
    sendJson: (body) => post(bot.url, JSON.stringify(body), 'application/json'),
    log: () => logged.join(''),
    async stop() {
      await bot.stop()
      await workspace.stop()
    },
  }
}

/** A slash command as Slack sends it, its parts to be spoilt one by one. */
export interface CommandRequest {
  readonly text: string
  readonly triggerId?: string
  readonly timestamp?: string
  readonly signature?: string
  readonly body?: string
}

export function commandBody(text: string, triggerId = 'trigger.1'): string {
  return new URLSearchParams({
    token: 'unused',
    team_id: 'T0EKSIP',
    team_domain: 'eksip-local',
    channel_id: 'C0CAPACITY',
    channel_name: 'capacity',
    user_id: 'U0ADA',
    user_name: 'ada',
    command: '/eksip',
    text,
    api_app_id: 'A0EKSIP',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:1/unused',
    trigger_id: triggerId,
  }).toString()
}

export function sign(body: string, timestamp: string): string {
  const base = `v0:${timestamp}:${body}`
  return `v0=${createHmac('sha256', SIGNING_SECRET).update(base).digest('hex')}`
}

export function nowInSeconds(): number {
  return Math.floor(Date.now() / 1_000)
}

/** Sends a slash command to the bot, correctly signed unless a part is given. */
export async function send(url: string, request: CommandRequest): Promise<Response> {
  const body = request.body ?? commandBody(request.text, request.triggerId)
  const response = await post(url, body, 'application/x-www-form-urlencoded', request)
  await expectSoundAnswer(response.clone())
  return response
}

/** What an acknowledgement says to the asker is as good as any message. */
async function expectSoundAnswer(response: Response): Promise<void> {
  if (response.headers.get('content-type')?.includes('json') !== true) return
  const said: unknown = await response.json()
  if (typeof said === 'object' && said !== null && 'text' in said) {
    expect(faultsOf(said)).toEqual([])
  }
}

function post(
  url: string,
  body: string,
  contentType: string,
  spoilt: Partial<CommandRequest> = {},
): Promise<Response> {
  const timestamp = spoilt.timestamp ?? String(nowInSeconds())
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': spoilt.signature ?? sign(body, timestamp),
    },
    body,
  })
}

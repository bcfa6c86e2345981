import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'

import type { Manifest } from '../../src/workspace/state/manifest.ts'
import { seedManifest } from '../../src/workspace/state/seed.ts'
import {
  startWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../src/workspace/workspace.ts'

export const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5'
export const botToken = 'xoxb-for-tests'

/** A manifest whose bot may read conversations of every kind. */
export const readingManifest: Manifest = {
  ...seedManifest,
  botScopes: [...seedManifest.botScopes, 'groups:read', 'im:read', 'im:write', 'team:read'],
}

/** One request as the bot got it. */
export type Received = {
  readonly headers: IncomingHttpHeaders
  readonly form: URLSearchParams
  readonly body: string
  /** Whether the signature fits the body, the timestamp and the secret. */
  readonly isSigned: boolean
}

/** What the bot answers: 200 and nothing where a part is left out. */
export type BotAnswer = {
  readonly status?: number
  readonly json?: unknown
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A bot of a few lines, and the workspace that it is in. */
export type Scene = {
  readonly workspace: Workspace
  readonly received: readonly Received[]
  stop(): Promise<void>
}

/** Starts a bot that answers each request as told, and a workspace that sends to it. */
export async function startScene(
  answer: (request: Received) => BotAnswer | Promise<BotAnswer>,
  options: Partial<WorkspaceOptions> = {},
): Promise<Scene> {
  const received: Received[] = []
  const bot = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const { headers } = request
      const form = new URLSearchParams(body)
      const one = { headers, form, body, isSigned: isSigned(headers, body) }
      received.push(one)
      void respond(response, answer(one))
    })
  })
  await new Promise<void>((resolve) => {
    bot.listen(0, '127.0.0.1', resolve)
  })
  const address = bot.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const botUrl = () => `http://127.0.0.1:${port}/slack/events`
  const workspace = await startWorkspace({ port: 0, botUrl, signingSecret, botToken, ...options })
  return {
    workspace,
    received,
    async stop() {
      bot.close()
      bot.closeAllConnections()
      await workspace.stop()
    },
  }
}

async function respond(response: ServerResponse, answer: BotAnswer | Promise<BotAnswer>) {
  const { status = 200, json, text, headers } = await answer
  const type = json === undefined ? 'text/plain' : 'application/json; charset=utf-8'
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(json === undefined ? text : JSON.stringify(json))
}

function isSigned(headers: IncomingHttpHeaders, body: string): boolean {
  const timestamp = String(headers['x-slack-request-timestamp'])
  const expected = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`)
  return headers['x-slack-signature'] === `v0=${expected.digest('hex')}`
}

/** Posts JSON to the workspace, as a bot does to a response_url. */
export async function postJson(
  url: string,
  body: unknown,
): Promise<{ readonly status: number; readonly json: unknown }> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, json: await response.json() }
}

/** Calls a method of the Web API as the bot. */
export async function call(
  { workspace }: Pick<Scene, 'workspace'>,
  method: string,
  body: unknown,
): Promise<Record<string, unknown>> {
  const response = await fetch(workspace.apiUrl + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${botToken}` },
    body: JSON.stringify(body),
  })
  return Object.assign({}, await response.json())
}

/** The event that a request brings, or undefined when it brings none. */
export function eventOf(request: Received | undefined): Record<string, unknown> | undefined {
  if (request?.headers['content-type'] !== 'application/json') return undefined
  const { event } = Object.assign({ event: undefined }, JSON.parse(request.body))
  return event
}

/** The JSON payload of an interaction that the bot received. */
export function payloadOf(request: Received | undefined): Record<string, unknown> {
  const payload: unknown = JSON.parse(request?.form.get('payload') ?? 'null')
  if (typeof payload !== 'object' || payload === null) throw new Error('no payload')
  return { ...payload }
}

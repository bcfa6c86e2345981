import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { afterAll, afterEach, expect } from 'vitest'
import { faultsOf } from './sound.ts'

/** A call as it reached the stand-in for Slack. */
export interface Call {
  /** Such as `chat.postMessage`, or `hook` for a response_url. */
  readonly method: string
  readonly args: Readonly<Record<string, unknown>>
}

/** How it answers a call: at once, or never with `hang`. */
export interface FakeAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, unknown>>
  readonly hang?: boolean
}

export interface FakeSlack {
  readonly apiUrl: string
  readonly responseUrl: string
  readonly calls: Call[]
  /** The answers to the next calls of a method, in their order; after them it takes everything. */
  script(method: string, ...answers: readonly FakeAnswer[]): void
}

/** What says something: posts, and answers to a response_url. */
const SAYS = /^(?:chat\.post\w+|hook)$/

export const ok = { body: { ok: true } } as const
export const error = (code: string): FakeAnswer => ({ body: { ok: false, error: code } })

/** A Slack that fails as it is told to, and remembers what it got. */
export async function startFakeSlack(
  usual: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): Promise<FakeSlack> {
  const calls: Call[] = []
  const faults: string[] = []
  afterEach(() => expect(faults.splice(0)).toEqual([]))
  const scripts = new Map<string, FakeAnswer[]>()
  const server = createServer((request, response) => {
    void (async () => {
      const call = await read(request)
      calls.push(call)
      if (SAYS.test(call.method)) faults.push(...faultsOf(call.args))
      const body = { ok: true, ts: `17.00000${calls.length}`, ...usual[call.method] }
      send(response, scripts.get(call.method)?.shift() ?? { body })
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => {
    server.close()
    server.closeAllConnections()
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  const origin = `http://127.0.0.1:${bound.port}`
  return {
    apiUrl: `${origin}/api/`,
    responseUrl: `${origin}/hook`,
    calls,
    script: (method, ...answers) => void scripts.set(method, [...answers]),
  }
}

async function read(request: IncomingMessage): Promise<Call> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const method = (request.url ?? '').split('?')[0]?.split('/').at(-1) ?? ''
  const isJson = request.headers['content-type']?.startsWith('application/json') === true
  return { method, args: isJson ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body)) }
}

function send(response: ServerResponse, answer: FakeAnswer): void {
  if (answer.hang === true) return
  response.writeHead(answer.status ?? 200, {
    'content-type': 'application/json',
    ...answer.headers,
  })
  response.end(JSON.stringify(answer.body ?? {}))
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

import { ZodError } from 'zod'

import { applyReply } from '../apply-reply.ts'
import type { Core } from '../core.ts'
import { readReply } from '../delivery/reply.ts'
import { parseJson } from '../json.ts'
import { callMethod } from '../web-api/methods.ts'
import { refusalOf } from './guard.ts'
import { clickFromPage, streamChanges, typeFromPage } from './page-api.ts'
import { pageHeaders, readPageFile } from './page-files.ts'
import { parseArguments, readText } from './request-body.ts'

/** The HTTP server of the workspace, not listening yet. */
export function createWorkspaceServer(core: Core): Server {
  return createServer((request, response) => {
    answer(core, request, response).catch((error: unknown) => {
      const isBadRequest = error instanceof ZodError
      sendJson(response, isBadRequest ? 400 : 500, { ok: false, error: String(error) })
    })
  })
}

async function answer(core: Core, request: IncomingMessage, response: ServerResponse) {
  const refusal = refusalOf(request, request.socket.localPort ?? 0)
  if (refusal !== undefined) return sendJson(response, 403, { ok: false, error: refusal })
  const url = new URL(request.url ?? '/', core.origin())
  if (request.method === 'GET' && !url.pathname.startsWith('/api/')) {
    return answerGet(core, request, response, url)
  }
  const body = await readText(request)
  if (body === undefined) return sendJson(response, 413, { ok: false, error: 'too large' })
  if (url.pathname.startsWith('/api/')) return answerApi(core, request, response, url, body)
  if (request.method !== 'POST') return sendJson(response, 405, { ok: false, error: 'method' })
  return answerPost(core, request, response, url.pathname, body)
}

async function answerGet(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (url.pathname === '/workspace/changes') {
    return streamChanges(core, request, response, url.searchParams.get('user') ?? '')
  }
  const permalink = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(url.pathname)
  if (permalink !== null) {
    const [, channel, seconds, micros] = permalink
    return void response.writeHead(302, { location: `/#${channel}/${seconds}.${micros}` }).end()
  }
  const file = await readPageFile(url.pathname)
  if (file === undefined) return sendJson(response, 404, { ok: false, error: 'not found' })
  response.writeHead(200, { ...pageHeaders, 'content-type': file.type }).end(file.bytes)
}

async function answerPost(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  body: string,
): Promise<void> {
  const hook = /^\/hooks\/(?:commands|actions)\/\w+\/([\w-]+)$/.exec(path)
  if (hook?.[1] !== undefined) return answerHook(core, response, hook[1], body)
  // A form or text/plain could come from another page without the browser asking first.
  const isJson = request.headers['content-type']?.startsWith('application/json') === true
  if (!isJson) return sendJson(response, 415, { ok: false, error: 'JSON only' })
  if (path === '/workspace/type') {
    return sendJson(response, 200, await typeFromPage(core, parseJson(body)))
  }
  if (path === '/workspace/click') {
    return sendJson(response, 200, await clickFromPage(core, parseJson(body)))
  }
  return sendJson(response, 404, { ok: false, error: 'not found' })
}

function answerApi(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: string,
): void {
  const args = parseArguments(request.headers['content-type'] ?? '', body)
  if (args === undefined) return sendJson(response, 200, { ok: false, error: 'invalid_post_type' })
  const all = { ...Object.fromEntries(url.searchParams), ...args }
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const token = bearer ?? (typeof all['token'] === 'string' ? all['token'] : undefined)
  sendJson(response, 200, callMethod(core, url.pathname.slice('/api/'.length), token, all))
}

function answerHook(core: Core, response: ServerResponse, id: string, body: string): void {
  const use = core.responseUrls.spend(id)
  if (use.kind === 'refused') return sendJson(response, 404, { ok: false, error: use.error })
  const reply = readReply(body)
  if (!reply.ok) {
    const details = reply.problems.flatMap((problem) => problem.details)
    const error = reply.problems[0]?.error ?? 'invalid_payload'
    return sendJson(response, 400, { ok: false, error, errors: details })
  }
  const { body: content, deletesOriginal } = reply.value
  if (content === undefined && !deletesOriginal) {
    return sendJson(response, 400, { ok: false, error: 'no_text' })
  }
  applyReply(core, use.url, reply.value)
  sendJson(response, 200, { ok: true })
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  response.writeHead(status, headers).end(JSON.stringify(value))
}

/** Listens on 127.0.0.1 only; port 0 takes any free one. Gives the port. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on TCP')
  return address.port
}

/** Stops listening and ends the open streams. */
export async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeAllConnections()
  await closed
}

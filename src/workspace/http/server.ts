import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

import { ZodError } from 'zod'

import type { Core } from '../core.ts'
import { parseJson } from '../json.ts'
import { NotHere } from '../not-here.ts'
import { answerApi, answerHook } from './api.ts'
import { receiveFile, receiveUpload, sendFile } from './files.ts'
import { refusalOf } from './guard.ts'
import { answerInstall, askToInstall } from './install-page.ts'
import { answerPage } from './page-api.ts'
import { pageHeaders, readPageFile } from './page-files.ts'
import { readText } from './request-body.ts'
import { sendJson } from './send.ts'
import { streamChanges, streamTraffic } from './streams.ts'

/** The HTTP server of the workspace, not listening yet. */
export function createWorkspaceServer(core: Core): Server {
  return createServer((request, response) => {
    answer(core, request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      sendJson(response, statusOf(error), { ok: false, error: message })
    })
  })
}

/** A request for something that is not here, or of another shape, is no fault of the workspace. */
function statusOf(error: unknown): number {
  if (error instanceof NotHere) return 404
  return error instanceof ZodError ? 400 : 500
}

async function answer(core: Core, request: IncomingMessage, response: ServerResponse) {
  const refusal = refusalOf(request, request.socket.localPort ?? 0)
  if (refusal !== undefined) return sendJson(response, 403, { ok: false, error: refusal })
  // The origin in front of the path: a path such as `//` would otherwise name a host.
  const url = new URL(core.origin() + (request.url ?? '/'))
  if (request.method === 'GET' && !url.pathname.startsWith('/api/')) {
    return answerGet(core, request, response, url)
  }
  const upload = /^\/upload\/v1\/(\w+)$/.exec(url.pathname)?.[1]
  if (request.method === 'POST' && upload !== undefined) {
    return receiveFile(core, request, response, upload)
  }
  if (request.method === 'POST' && url.pathname === '/workspace/upload') {
    return receiveUpload(core, request, response, url.searchParams)
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
  const { pathname, searchParams } = url
  const stream = { request, response }
  if (pathname === '/workspace/changes') {
    return streamChanges(core, stream, searchParams.get('user') ?? '')
  }
  if (pathname === '/workspace/traffic') return streamTraffic(core, stream)
  if (pathname === '/oauth/v2/authorize') return askToInstall(core, response, searchParams)
  const file = /^\/files\/(\w+)\//.exec(pathname)?.[1]
  if (file !== undefined) return sendFile(core, response, file)
  const permalink = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(pathname)
  if (permalink !== null) {
    const [, channel, seconds, micros] = permalink
    return void response.writeHead(302, { location: `/#${channel}/${seconds}.${micros}` }).end()
  }
  return sendPageFile(response, pathname)
}

async function sendPageFile(response: ServerResponse, path: string): Promise<void> {
  const file = await readPageFile(path)
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
  if (path === '/oauth/v2/authorize') return answerInstall(core, response, body)
  // A form or text/plain could come from another page without the browser asking first.
  const isJson = request.headers['content-type']?.startsWith('application/json') === true
  if (!isJson) return sendJson(response, 415, { ok: false, error: 'JSON only' })
  const name = /^\/workspace\/(\w+)$/.exec(path)?.[1] ?? ''
  const answered = await answerPage(core, name, parseJson(body))
  if (answered === undefined) return sendJson(response, 404, { ok: false, error: 'not found' })
  sendJson(response, 200, answered)
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

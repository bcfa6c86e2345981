import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import type { PageChange, TrafficEntry, View } from '../../../src/workspace/http/page-contract.ts'
import { pageHeaders, readPageFile } from '../../../src/workspace/http/page-files.ts'
import { bundlePage } from '../../../tools/page-bundle.ts'

/** A request of the page, as it was posted. */
export type Posted = { readonly name: string; readonly body: Readonly<Record<string, unknown>> }

/** What the page meets in the workspace's place: a view that the test writes, and its answers. */
export type Stage = {
  readonly url: string
  /** Everything that the page has posted, except that it opened the Home. */
  readonly posted: readonly Posted[]
  /** Sends one step of the view to the page. */
  change(change: PageChange): void
  stop(): Promise<void>
}

export type StageOptions = {
  readonly view: View
  readonly traffic?: readonly TrafficEntry[]
  /** Answers a post; `{ ok: true }` if not given. */
  readonly answer?: (posted: Posted) => unknown
}

/** The page is built once for all stages of a test file. */
let built: Promise<void> | undefined

/** Builds the page and serves it with a view that is made up. */
export async function startStage({ view, traffic = [], answer }: StageOptions): Promise<Stage> {
  built ??= bundlePage()
  await built
  const posted: Posted[] = []
  const streams = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    void respond(request, response)
  })

  async function respond(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://stage')
    const path = url.pathname
    if (request.method === 'POST') return respondToPost(url, request, response)
    if (path === '/workspace/changes') {
      openStream(response)
      streams.add(response)
      return writeEvent(response, 'view', view)
    }
    if (path === '/workspace/traffic') {
      openStream(response)
      return traffic.forEach((entry) => writeEvent(response, 'entry', entry))
    }
    const file = await readPageFile(path)
    if (file === undefined) return void response.writeHead(404).end()
    return void response
      .writeHead(200, { ...pageHeaders, 'content-type': file.type })
      .end(file.bytes)
  }

  async function respondToPost(url: URL, request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const text = Buffer.concat(chunks).toString('utf8')
    const name = url.pathname.replace('/workspace/', '')
    const query = Object.fromEntries(url.searchParams)
    const one = { name, body: name === 'upload' ? { ...query, text } : JSON.parse(text) }
    if (one.name !== 'home') posted.push(one)
    const answered = (await answer?.(one)) ?? { ok: true }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answered))
  }

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}/`,
    posted,
    change(change) {
      for (const stream of streams) writeEvent(stream, 'change', change)
    },
    async stop() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      server.closeAllConnections()
      await closed
    },
  }
}

function openStream(response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
}

function writeEvent(response: ServerResponse, event: string, data: unknown) {
  response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

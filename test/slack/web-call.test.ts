import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { callVerdict } from '../../src/slack/delivery/verdict.ts'
import { callWeb, CALL_WITHIN_MS, WHOLE_CALL_WITHIN_MS } from '../../src/slack/web-call.ts'

/** A part of an answer comes sooner than anybody gives up waiting for it. */
const A_BYTE_EVERY_MS = 500

const server = createServer((request, response) => {
  if (request.url === '/trickle') trickle(response)
  else response.end('{"ok":true}')
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const bound = server.address()
if (bound === null || typeof bound === 'string') throw new Error('no port')
const origin = `http://127.0.0.1:${bound.port}`
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

function trickle(response: ServerResponse): void {
  response.writeHead(200)
  const timer = setInterval(() => response.write(' '), A_BYTE_EVERY_MS)
  response.on('close', () => clearInterval(timer))
}

test('a call gives what was answered', async () => {
  expect(await callWeb(new URL('/', origin), 'xoxb-1', {})).toEqual({
    status: 200,
    retryAfterSeconds: null,
    body: { ok: true },
  })
})

test('a server that trickles holds a call no longer than a whole call may take', async () => {
  const started = performance.now()
  const error: unknown = await callWeb(new URL('/trickle', origin), 'xoxb-1', {}).catch(
    (caught: unknown) => caught,
  )
  const tookMs = performance.now() - started
  expect(tookMs).toBeGreaterThan(CALL_WITHIN_MS)
  expect(tookMs).toBeLessThan(WHOLE_CALL_WITHIN_MS + 1_500)
  expect(callVerdict(error)).toEqual({
    kind: 'unknown',
    reason: 'timeout: no whole answer within 6000 ms',
  })
}, 15_000)

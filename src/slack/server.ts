import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { refusal } from './gate.ts'

/** A running HTTP server of the bot. */
export interface BotServer {
  /** Where Slack sends its requests. */
  readonly url: string
  /** Takes no more requests, and waits until those under way are answered, at most `DRAIN_MS`. */
  stop(): Promise<void>
}

/** Time for requests under way when the bot stops; Slack gives up on each after 3 s. */
export const DRAIN_MS = 5_000
/** Longer than the idle time of the usual load balancers (60 s), so that they close first. */
const KEEP_ALIVE_MS = 75_000
/** Slack's requests are small and come at once; whoever trickles one in is cut off. */
const WHOLE_REQUEST_WITHIN_MS = 10_000
const MOST_CONNECTIONS = 1_000

const arrivals = new WeakMap<IncomingMessage, number>()

/** When a request came in, in ms since 1970. */
export function arrivalOf(request: IncomingMessage): number {
  return arrivals.get(request) ?? Date.now()
}

export async function startServer(
  listener: RequestListener,
  address: { readonly port: number; readonly host: string },
): Promise<BotServer> {
  const server = createServer((request, response) => {
    arrivals.set(request, Date.now())
    const status = refusal(request, new Date()) ?? passOn(listener, request, response)
    if (status !== null) response.writeHead(status, { connection: 'close' }).end()
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.requestTimeout = WHOLE_REQUEST_WITHIN_MS
  server.maxConnections = MOST_CONNECTIONS
  await listen(server, address)
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port')
  return { url: `http://127.0.0.1:${bound.port}/slack/events`, stop: () => drain(server) }
}

/** Bolt's listener throws, rather than answers, where it knows no such address: that is a 404. */
function passOn(listener: RequestListener, ...request: Parameters<RequestListener>): number | null {
  try {
    listener(...request)
    return null
  } catch {
    return 404
  }
}

function listen(server: Server, address: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, resolve)
  })
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
    server.close(() => {
      clearTimeout(hurry)
      resolve()
    })
    server.closeIdleConnections()
  })
}

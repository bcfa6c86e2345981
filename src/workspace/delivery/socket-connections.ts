import { randomInt } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

import { WebSocketServer, type RawData, type WebSocket } from 'ws'

import { refusalOf } from '../http/guard.ts'

/** The most connections that an app may hold at once. */
const mostConnections = 10
/** How long a connection's address is good before it is used, in ms. */
const ticketLifetimeMs = 30_000
const pingEveryMs = 10_000

/** Why Slack ends a connection. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled'

/** What the connections need. `onText` gets what comes in on any of them. */
export type ConnectionParts = {
  readonly appId: string
  readonly origin: () => string
  readonly newId: () => string
  readonly nowMs: () => number
  readonly onText: (text: string) => void
}

/**
 * The WebSocket connections that the bot has opened.
 * https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export class SocketConnections {
  readonly #parts: ConnectionParts
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 4 * 1024 * 1024 })
  readonly #tickets = new Map<string, number>()
  readonly #open = new Set<WebSocket>()
  readonly #pinging: NodeJS.Timeout

  constructor(parts: ConnectionParts) {
    this.#parts = parts
    this.#pinging = setInterval(() => {
      for (const socket of this.#open) socket.ping()
    }, pingEveryMs)
    this.#pinging.unref()
  }

  /** How many there are. */
  get count(): number {
    return this.#open.size
  }

  /** One of them by chance, as Slack chooses. */
  any(): WebSocket | undefined {
    const sockets = [...this.#open]
    return sockets.length === 0 ? undefined : sockets[randomInt(sockets.length)]
  }

  /** A new address for one connection. */
  issueAddress(): string {
    const { appId, origin, newId, nowMs } = this.#parts
    const ticket = newId()
    this.#tickets.set(ticket, nowMs())
    return `${origin().replace('http:', 'ws:')}/link/?ticket=${ticket}&app_id=${appId}`
  }

  /** Tells every connection to go away, as Slack does every few hours; the bot opens new ones. */
  disconnect(reason: DisconnectReason): void {
    for (const socket of this.#open) {
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local' } }))
      if (reason !== 'warning') this.#open.delete(socket)
    }
  }

  /** Takes the connections that reach an HTTP server. */
  attach(server: Server): void {
    server.on('upgrade', (request, stream, head) => this.#take(request, stream, head))
  }

  stop(): void {
    clearInterval(this.#pinging)
    for (const socket of this.#server.clients) socket.terminate()
    this.#server.close()
  }

  #take(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const isOurs = refusalOf(request, request.socket.localPort ?? 0) === undefined
    if (!isOurs || !this.#useTicket(request.url ?? '/')) {
      return void stream.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
    }
    this.#server.handleUpgrade(request, stream, head, (socket) => this.#welcome(socket))
  }

  /** Whether an address was issued a short while ago; it is good once. */
  #useTicket(address: string): boolean {
    const { pathname, searchParams } = new URL(`http://127.0.0.1${address}`)
    const ticket = searchParams.get('ticket') ?? ''
    const issuedAtMs = this.#tickets.get(ticket)
    this.#tickets.delete(ticket)
    if (issuedAtMs === undefined || pathname !== '/link/') return false
    return this.#parts.nowMs() - issuedAtMs <= ticketLifetimeMs
  }

  #welcome(socket: WebSocket): void {
    if (this.#open.size >= mostConnections) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }))
      return socket.close()
    }
    this.#open.add(socket)
    socket.on('close', () => this.#open.delete(socket))
    socket.on('error', () => socket.terminate())
    socket.on('message', (data) => this.#parts.onText(textOf(data)))
    const hello = {
      type: 'hello',
      num_connections: this.#open.size,
      connection_info: { app_id: this.#parts.appId },
      debug_info: { host: 'local', approximate_connection_time: 18_060 },
    }
    socket.send(JSON.stringify(hello))
  }
}

function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString('utf8') : ''
}

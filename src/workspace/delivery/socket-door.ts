import { randomInt } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

import { WebSocketServer, type RawData, type WebSocket } from 'ws'

import { refusalOf } from '../http/guard.ts'
import { isObject, parseJson } from '../json.ts'
import type { Traffic } from '../traffic.ts'
import type { BotRequest, Delivery, Door } from './bot-request.ts'

/** The most connections that an app may hold at once. */
const mostConnections = 10
/** How long a connection's address is good before it is used, in ms. */
const ticketLifetimeMs = 30_000
const pingEveryMs = 10_000

/** Why Slack ends a connection. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled'

/**
 * Socket Mode: the bot opens connections, and each request goes to one of them by chance.
 * https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export type Sockets = {
  readonly door: Door
  /** A new address for one connection, as `apps.connections.open` gives it. */
  open(): string
  readonly connections: number
  /** Tells every connection to go away, as Slack does every few hours; the bot opens new ones. */
  disconnect(reason: DisconnectReason): void
  /** Takes the connections that reach an HTTP server. */
  attach(server: Server): void
  stop(): void
}

/** What Socket Mode is made from. */
export type SocketParts = {
  readonly appId: string
  readonly origin: () => string
  readonly newId: () => string
  readonly nowMs: () => number
  readonly ackWithinMs: number
  readonly traffic: Traffic
}

export function createSockets(parts: SocketParts): Sockets {
  const tickets = new Map<string, number>()
  const open = new Set<WebSocket>()
  const awaited = new Map<string, (payload: unknown) => void>()
  const server = new WebSocketServer({ noServer: true, maxPayload: 4 * 1024 * 1024 })
  const pinging = setInterval(() => {
    for (const socket of open) socket.ping()
  }, pingEveryMs)
  pinging.unref()

  const takeUp = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const issuedAt = tickets.get(url.searchParams.get('ticket') ?? '')
    tickets.delete(url.searchParams.get('ticket') ?? '')
    const isGood = issuedAt !== undefined && parts.nowMs() - issuedAt <= ticketLifetimeMs
    const isOurs = refusalOf(request, request.socket.localPort ?? 0) === undefined
    if (!isGood || !isOurs || url.pathname !== '/link/') {
      stream.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
      return
    }
    server.handleUpgrade(request, stream, head, (socket) => welcome(socket))
  }

  const welcome = (socket: WebSocket) => {
    if (open.size >= mostConnections) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }))
      return socket.close()
    }
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.terminate())
    socket.on('message', (data) => acknowledge(textOf(data)))
    const hello = {
      type: 'hello',
      num_connections: open.size,
      connection_info: { app_id: parts.appId },
      debug_info: { host: 'local', approximate_connection_time: 18_060 },
    }
    socket.send(JSON.stringify(hello))
  }

  const acknowledge = (text: string) => {
    const message = parseJson(text)
    if (!isObject(message) || typeof message['envelope_id'] !== 'string') return
    awaited.get(message['envelope_id'])?.(message['payload'])
  }

  const deliver: Door = async (request) => {
    const sockets = [...open]
    const socket = sockets[sockets.length === 0 ? 0 : randomInt(sockets.length)]
    const id = parts.newId()
    const text = JSON.stringify(envelope(id, request))
    const end = parts.traffic.begin({
      direction: 'to the bot',
      transport: 'socket',
      name: request.name,
      headers: {},
      body: text,
    })
    const delivery = socket === undefined ? dispatchFailed : await sendAndWait(socket, id, text)
    const answer = delivery.kind === 'failed' ? delivery.error : delivery.body
    end({ proof: 'none', status: delivery.kind === 'failed' ? null : 200, answer })
    return delivery
  }

  const sendAndWait = (socket: WebSocket, id: string, text: string) =>
    new Promise<Delivery>((resolve) => {
      const finish = (delivery: Delivery) => {
        clearTimeout(timer)
        awaited.delete(id)
        resolve(delivery)
      }
      const timer = setTimeout(
        () => finish({ kind: 'failed', error: 'operation_timeout' }),
        parts.ackWithinMs,
      )
      awaited.set(id, (payload) => finish(acknowledgement(payload)))
      socket.send(text, (error) => {
        if (error) finish(dispatchFailed)
      })
    })

  return {
    door: deliver,
    open() {
      const ticket = parts.newId()
      tickets.set(ticket, parts.nowMs())
      return `${parts.origin().replace('http:', 'ws:')}/link/?ticket=${ticket}&app_id=${parts.appId}`
    },
    get connections() {
      return open.size
    },
    disconnect(reason) {
      const message = { type: 'disconnect', reason, debug_info: { host: 'local' } }
      for (const socket of open) {
        socket.send(JSON.stringify(message))
        if (reason !== 'warning') open.delete(socket)
      }
    },
    attach: (httpServer) => void httpServer.on('upgrade', takeUp),
    stop() {
      clearInterval(pinging)
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

const dispatchFailed: Delivery = { kind: 'failed', error: 'dispatch_failed' }

const envelopeTypes = {
  command: 'slash_commands',
  interactive: 'interactive',
  event: 'events_api',
} as const

function envelope(id: string, request: BotRequest) {
  return {
    envelope_id: id,
    type: envelopeTypes[request.kind],
    accepts_response_payload: request.kind !== 'event',
    payload: request.payload,
    ...(request.kind === 'event' && {
      retry_attempt: request.retry?.num ?? 0,
      retry_reason: request.retry?.reason ?? '',
    }),
  }
}

/** An empty payload is a bare acknowledgement. */
function acknowledgement(payload: unknown): Delivery {
  const isEmpty = !isObject(payload) || Object.keys(payload).length === 0
  const body = isEmpty ? '' : JSON.stringify(payload)
  return { kind: 'acknowledged', contentType: 'application/json', body }
}

function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString('utf8') : ''
}

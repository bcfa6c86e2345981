import type { WebSocket } from 'ws'

import { isObject, parseJson } from '../json.ts'
import type { Traffic } from '../traffic.ts'
import type { BotRequest, Delivery, Door } from './bot-request.ts'
import { SocketConnections, type ConnectionParts } from './socket-connections.ts'

/** What Socket Mode is made from. */
export type SocketParts = Omit<ConnectionParts, 'onText'> & {
  readonly ackWithinMs: number
  readonly traffic: Traffic
}

/** Those who wait for an acknowledgement, by the id of their envelope. */
type Awaited = Map<string, (delivery: Delivery) => void>

/** Socket Mode: the way to the bot over the connections that it opens. */
export type Sockets = { readonly door: Door; readonly connections: SocketConnections }

export function createSockets(parts: SocketParts): Sockets {
  const awaited: Awaited = new Map()
  const onText = (text: string) => acknowledge(awaited, text)
  const connections = new SocketConnections({ ...parts, onText })
  const door: Door = async (request) => {
    const id = parts.newId()
    const text = JSON.stringify(envelope(id, request))
    const end = parts.traffic.begin({
      direction: 'to the bot',
      transport: 'socket',
      name: request.name,
      headers: {},
      body: text,
    })
    const socket = connections.any()
    const delivery =
      socket === undefined
        ? dispatchFailed
        : await sendAndWait(awaited, socket, { id, text, ackWithinMs: parts.ackWithinMs })
    const isFailed = delivery.kind === 'failed'
    end({
      proof: 'none',
      status: isFailed ? null : 200,
      answer: isFailed ? delivery.error : delivery.body,
    })
    return delivery
  }
  return { door, connections }
}

const dispatchFailed: Delivery = { kind: 'failed', error: 'dispatch_failed' }
const tooLate: Delivery = { kind: 'failed', error: 'operation_timeout' }

function sendAndWait(
  awaited: Awaited,
  socket: WebSocket,
  sent: { readonly id: string; readonly text: string; readonly ackWithinMs: number },
): Promise<Delivery> {
  return new Promise((resolve) => {
    const finish = (delivery: Delivery) => {
      clearTimeout(timer)
      awaited.delete(sent.id)
      resolve(delivery)
    }
    const timer = setTimeout(() => finish(tooLate), sent.ackWithinMs)
    awaited.set(sent.id, finish)
    socket.send(sent.text, (error) => {
      if (error) finish(dispatchFailed)
    })
  })
}

/** Ends the waiting for the envelope that a message names. An empty payload is a bare yes. */
function acknowledge(awaited: Awaited, text: string): void {
  const message = parseJson(text)
  if (!isObject(message) || typeof message['envelope_id'] !== 'string') return
  const payload = message['payload']
  const isEmpty = !isObject(payload) || Object.keys(payload).length === 0
  const body = isEmpty ? '' : JSON.stringify(payload)
  const contentType = 'application/json'
  awaited.get(message['envelope_id'])?.({ kind: 'acknowledged', contentType, body })
}

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

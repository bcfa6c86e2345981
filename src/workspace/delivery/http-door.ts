import type { Ended, Traffic } from '../traffic.ts'
import type { BotRequest, Delivery, DeliveryError, Door } from './bot-request.ts'
import { signBody } from './signature.ts'

/** Where and how the bot is reached. `botUrl` is asked each time: the bot may start later. */
export type HttpAddress = {
  readonly botUrl: () => string
  readonly signingSecret: string
  readonly nowMs: () => number
  readonly ackWithinMs: number
  readonly traffic: Traffic
}

/** Posts signed requests to the bot, each once, as Slack does; a late answer counts as none. */
export function createHttpDoor(address: HttpAddress): Door {
  return async (request) => {
    const body = bodyOf(request)
    const headers = headersOf(address, request, body)
    const end = address.traffic.begin({
      direction: 'to the bot',
      transport: 'http',
      name: request.name,
      headers,
      body: JSON.stringify(request.payload),
    })
    try {
      const signal = AbortSignal.timeout(address.ackWithinMs)
      const options = { method: 'POST', body, headers, redirect: 'manual', signal } as const
      const response = await fetch(address.botUrl(), options)
      const answer = await response.text()
      end(ended(response.status, answer))
      return deliveryOf(response, answer)
    } catch (error) {
      const isLate = error instanceof DOMException && error.name === 'TimeoutError'
      const code = isLate ? 'operation_timeout' : 'dispatch_failed'
      end({ proof: 'unknown', status: null, answer: code })
      return { kind: 'failed', error: code }
    }
  }
}

function bodyOf(request: BotRequest): string {
  switch (request.kind) {
    case 'command':
      return new URLSearchParams(request.payload).toString()
    case 'interactive':
      return new URLSearchParams({ payload: JSON.stringify(request.payload) }).toString()
    case 'event':
      return JSON.stringify(request.payload)
  }
}

function headersOf(address: HttpAddress, request: BotRequest, body: string) {
  const seconds = Math.floor(address.nowMs() / 1000)
  const isEvent = request.kind === 'event'
  const retry = isEvent ? request.retry : undefined
  return {
    'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': signBody(address.signingSecret, seconds, body),
    ...(retry && {
      'x-slack-retry-num': String(retry.num),
      'x-slack-retry-reason': retry.reason,
    }),
  }
}

function deliveryOf(response: Response, body: string): Delivery {
  if (response.ok) {
    const contentType = response.headers.get('content-type') ?? ''
    return { kind: 'acknowledged', contentType, body }
  }
  const isFinal = response.headers.get('x-slack-no-retry') === '1'
  return { kind: 'failed', error: errorOf(response.status), isFinal }
}

function ended(status: number, answer: string): Ended {
  const proof = status === 401 ? 'signature refused' : 'signature accepted'
  return { proof, status, answer }
}

function errorOf(status: number): DeliveryError {
  return status >= 500 ? 'http_service_error' : 'http_client_error'
}

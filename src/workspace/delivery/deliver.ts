import { signBody } from './signature.ts'

/** Where and how the bot is reached. `botUrl` is asked each time: the bot may start later. */
export type BotDoor = {
  readonly botUrl: () => string
  readonly signingSecret: string
  readonly nowMs: () => number
  readonly ackWithinMs: number
}

/** Slack's own names for what can go wrong on the way to an app. */
export type DeliveryError =
  | 'operation_timeout'
  | 'dispatch_failed'
  | 'http_client_error'
  | 'http_service_error'

/** The bot's acknowledgement, or why there is none. */
export type Delivery =
  | { readonly kind: 'acknowledged'; readonly contentType: string; readonly body: string }
  | { readonly kind: 'failed'; readonly error: DeliveryError }

/** Posts a signed form to the bot once, as Slack does; a late answer counts as none. */
export async function deliver(door: BotDoor, form: URLSearchParams): Promise<Delivery> {
  try {
    const response = await fetch(door.botUrl(), signedRequest(door, form.toString()))
    const body = await response.text()
    if (!response.ok) return { kind: 'failed', error: errorOf(response.status) }
    const contentType = response.headers.get('content-type') ?? ''
    return { kind: 'acknowledged', contentType, body }
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError'
    return { kind: 'failed', error: isLate ? 'operation_timeout' : 'dispatch_failed' }
  }
}

function signedRequest(door: BotDoor, body: string): RequestInit {
  const seconds = Math.floor(door.nowMs() / 1000)
  return {
    method: 'POST',
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(door.ackWithinMs),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': signBody(door.signingSecret, seconds, body),
    },
  }
}

function errorOf(status: number): DeliveryError {
  return status >= 500 ? 'http_service_error' : 'http_client_error'
}

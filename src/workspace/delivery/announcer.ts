import type { AppEvent } from '../core.ts'
import type { LiveState } from '../state/live-state.ts'
import type { BotRequest, Delivery, DeliveryError, Door, Retry } from './bot-request.ts'
import { eventEnvelope } from './event-envelope.ts'

/** How long Slack waits before each retry: almost nothing, a minute, five minutes. */
export const slackRetryDelaysMs: readonly number[] = [0, 60_000, 300_000]

/** What an announcer works with. */
export type AnnouncerParts = {
  readonly door: Door
  readonly live: LiveState
  readonly verificationToken: string
  readonly newId: () => string
  readonly nowMs: () => number
  readonly retryDelaysMs: readonly number[]
}

/**
 * Sends events to the bot, and again with the reason when it does not acknowledge them.
 * https://docs.slack.dev/apis/events-api/#retries
 */
export type Announcer = { announce(event: AppEvent): void; stop(): void }

export function createAnnouncer(parts: AnnouncerParts): Announcer {
  const { live, newId, nowMs, verificationToken: token } = parts
  const waiting = new Set<NodeJS.Timeout>()
  let isStopped = false
  const later = (delayMs: number, act: () => void) => {
    if (isStopped) return
    const timer = setTimeout(() => {
      waiting.delete(timer)
      act()
    }, delayMs)
    waiting.add(timer)
  }
  const attempt = async (request: BotRequest & { kind: 'event' }) => {
    const delivery = await parts.door(request)
    const next = nextRetry(request.retry, delivery)
    const delayMs = next === undefined ? undefined : parts.retryDelaysMs[next.num - 1]
    if (next === undefined || delayMs === undefined) return
    later(delayMs, () => void attempt({ ...request, retry: next }))
  }
  return {
    announce(event) {
      const eventId = `Ev${newId().replaceAll('-', '').slice(0, 9).toUpperCase()}`
      const payload = eventEnvelope(live.current(), event, { token, eventId, nowMs: nowMs() })
      // Not before whoever caused the event is done with it.
      later(0, () => void attempt({ kind: 'event', name: event.type, payload }))
    },
    stop() {
      isStopped = true
      for (const timer of waiting) clearTimeout(timer)
    },
  }
}

function nextRetry(last: Retry | undefined, delivery: Delivery): Retry | undefined {
  if (delivery.kind === 'acknowledged' || delivery.isFinal === true) return undefined
  return { num: (last?.num ?? 0) + 1, reason: reasons[delivery.error] }
}

const reasons: Readonly<Record<DeliveryError, string>> = {
  operation_timeout: 'http_timeout',
  dispatch_failed: 'connection_failed',
  http_client_error: 'http_error',
  http_service_error: 'http_error',
}

import type { IncomingMessage } from 'node:http'

/** Slack's largest payloads are far below; the body is read before its signature can be checked. */
export const BODY_LIMIT_BYTES = 256 * 1024
/** Slack asks to refuse requests whose timestamp is farther away than this. */
const MOST_SECONDS_AWAY = 300

/**
 * What is refused before Bolt sees it, as an HTTP status, or `null` to let it pass. Bolt refuses old
 * timestamps but takes future ones, which would make a captured request good for as long as its
 * maker likes; and after a body that is too large it leaves the connection unread.
 */
export function refusal(request: IncomingMessage, now: Date): number | null {
  if (request.method !== 'POST') return null
  const length = request.headers['content-length']
  if (length === undefined) return 411
  if (Number(length) > BODY_LIMIT_BYTES) return 413
  return isTimely(request.headers['x-slack-request-timestamp'], now) ? null : 401
}

function isTimely(timestamp: string | string[] | undefined, now: Date): boolean {
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false
  return Math.abs(now.getTime() / 1_000 - Number(timestamp)) <= MOST_SECONDS_AWAY
}

import { errors, request } from 'undici'
import { dispatcher } from './lean-fetch.ts'

/** What Slack's Web API answered. */
export interface WebAnswer {
  readonly status: number
  /** For how long it wants no more calls, where it says so. */
  readonly retryAfterSeconds: number | null
  /** Its JSON; `null` where it sent something else. */
  readonly body: unknown
}

/** For the connection, for the beginning of the answer, and for each of its parts. */
export const CALL_WITHIN_MS = 4_000
/** For all of it. With two answers to a response_url behind it, that is within the lease of a reply. */
export const WHOLE_CALL_WITHIN_MS = 6_000

/**
 * Calls a method of the Web API once, with nothing in between: no queue, no second attempt, no log. Its
 * own client takes four times as much of the processor's time, and every command posts a reply.
 * @throws where no connection is made, or no answer comes.
 */
export async function callWeb(address: URL, token: string, values: object): Promise<WebAnswer> {
  const response = await request(address, {
    dispatcher,
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json; charset=utf-8',
    },
    body: JSON.stringify(values),
    headersTimeout: CALL_WITHIN_MS,
    bodyTimeout: CALL_WITHIN_MS,
    signal: AbortSignal.timeout(WHOLE_CALL_WITHIN_MS),
  })
  const text = await response.body.text()
  return {
    status: response.statusCode,
    retryAfterSeconds: secondsOf(response.headers['retry-after']),
    body: jsonOf(text),
  }
}

/** Why a call failed, in words. */
export function whyNoAnswer(error: unknown): string {
  const isLate =
    error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError
  if (isLate) return `timeout: no answer within ${CALL_WITHIN_MS} ms`
  const isSlow = error instanceof DOMException && error.name === 'TimeoutError'
  if (isSlow) return `timeout: no whole answer within ${WHOLE_CALL_WITHIN_MS} ms`
  return error instanceof Error ? error.message : String(error)
}

function secondsOf(header: string | readonly string[] | undefined): number | null {
  return typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) : null
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

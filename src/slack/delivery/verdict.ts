import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { z } from 'zod'
import { NoTokenError } from '../clients.ts'
import { whyNoAnswer, type WebAnswer } from '../web-call.ts'

const Failure = z.object({ ok: z.literal(false), error: z.string() })

/** What a failed post means. */
export type Verdict =
  /** Slack took nothing, and will after this time. */
  | { readonly kind: 'later'; readonly waitMs: number; readonly reason: string }
  /** Slack does not like the blocks; the same in plain text may pass. */
  | { readonly kind: 'plain'; readonly reason: string }
  /** The bot may not post in that channel; a response_url may. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** It will never be taken. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Slack may have taken it, or not. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** Where Slack says that it is too much, and not for how long. */
const DEFAULT_WAIT_MS = 30_000
/**
 * A longer wait is asked about again: Slack repeats what it means, and a wrong one, such as a proxy's,
 * would silence the channel until its replies are too old.
 */
const LONGEST_WAIT_MS = 5 * 60_000
/** Nothing listened there: certainly nothing was taken. */
const RETRY_CONNECTION_MS = 5_000

/** Slack's codes for blocks that it does not take (docs.slack.dev/reference/methods/chat.postMessage). */
const ABOUT_BLOCKS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'block_mismatch',
])

/** The bot is not where the channel is, or was never given the right to post. */
const ABOUT_REACH = new Set(['not_in_channel', 'channel_not_found', 'missing_scope'])

const TOO_MANY = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded'])

/** Slack failed half-way; its page of errors says that some of the work may have been done. */
const HALF_DONE = new Set([
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
])

const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** Reads an answer of the Web API that is no success. */
export function answerVerdict({ status, retryAfterSeconds, body }: WebAnswer): Verdict {
  const waitMs = retryAfterSeconds === null ? DEFAULT_WAIT_MS : retryAfterSeconds * 1_000
  if (status === 429) return later(Math.min(waitMs, LONGEST_WAIT_MS), 'ratelimited')
  if (status !== 200) return httpVerdict(status)
  const failure = Failure.safeParse(body)
  return failure.success
    ? platformVerdict(failure.data.error)
    : { kind: 'unknown', reason: 'an answer that is none of the Web API' }
}

/** Reads why a call to the Web API got no answer. */
export function callVerdict(error: unknown): Verdict {
  const reason = whyNoAnswer(error)
  const mayBeTaken = !(error instanceof NoTokenError) && wasConnected(error)
  return mayBeTaken ? { kind: 'unknown', reason } : later(RETRY_CONNECTION_MS, reason)
}

/** Reads what the client of the Web API has thrown. */
export function verdictOf(error: unknown): Verdict {
  if (error instanceof WebAPIRateLimitedError) return later(error.retryAfter * 1_000, 'ratelimited')
  if (error instanceof WebAPIPlatformError) return platformVerdict(error.data.error)
  if (error instanceof WebAPIHTTPError) return httpVerdict(error.statusCode)
  const reason = error instanceof Error ? error.message : String(error)
  if (error instanceof WebAPIRequestError) {
    return wasConnected(error.original)
      ? { kind: 'unknown', reason }
      : later(RETRY_CONNECTION_MS, reason)
  }
  // The client throws a plain error for a 429 that does not say how long.
  if (/retry-after header/.test(reason)) return later(DEFAULT_WAIT_MS, 'ratelimited')
  return { kind: 'unknown', reason }
}

function platformVerdict(reason: string): Verdict {
  if (ABOUT_BLOCKS.has(reason)) return { kind: 'plain', reason }
  if (ABOUT_REACH.has(reason)) return { kind: 'unreachable', reason }
  if (TOO_MANY.has(reason)) return later(DEFAULT_WAIT_MS, reason)
  return { kind: HALF_DONE.has(reason) ? 'unknown' : 'refused', reason }
}

/** The meaning of an HTTP status, of the Web API or of a response_url. */
export function httpVerdict(status: number): Verdict {
  const reason = `HTTP ${status}`
  if (status === 429) return later(DEFAULT_WAIT_MS, reason)
  return { kind: status >= 500 ? 'unknown' : 'refused', reason }
}

function later(waitMs: number, reason: string): Verdict {
  return { kind: 'later', waitMs: Math.max(waitMs, 1_000), reason }
}

/** Whether a connection was there, so that the request may have arrived. */
function wasConnected(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && NOT_CONNECTED.has(String(cause.code))) return false
  }
  return true
}

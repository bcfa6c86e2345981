import type { IncomingMessage, ServerResponse } from 'node:http'

import { applyReply } from '../apply-reply.ts'
import type { Core } from '../core.ts'
import { readReply } from '../delivery/reply.ts'
import type { Fault } from '../faults.ts'
import type { ApiAnswer, Arguments } from '../web-api/answer.ts'
import { callMethod } from '../web-api/methods.ts'
import { parseArguments } from './request-body.ts'
import { sendJson } from './send.ts'

/** What a request of the bot gets: a status, a body and headers of its own. */
type Outcome = {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Answers a call of the Web API, unless a fault is to happen first. */
export function answerApi(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: string,
): void {
  const method = url.pathname.slice('/api/'.length)
  const contentType = request.headers['content-type'] ?? ''
  const args = parseArguments(contentType, body)
  const all = { ...Object.fromEntries(url.searchParams), ...args, ...clientOf(request) }
  const { token: inBody, ...shown } = all
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const token = bearer ?? (typeof inBody === 'string' ? inBody : undefined)
  const end = core.traffic.begin({
    direction: 'from the bot',
    transport: 'http',
    name: method,
    headers: { 'content-type': contentType },
    body: JSON.stringify(shown),
  })
  const outcome = withFault(core.faults.take(method), () =>
    args === undefined
      ? { status: 200, body: { ok: false, error: 'invalid_post_type' } }
      : { status: 200, body: callMethod(core, method, token, all), headers: scopes(core, token) },
  )
  end({
    proof: proofOf(core, token),
    status: outcome?.status ?? null,
    answer:
      outcome === undefined ? 'no answer: a fault was asked for' : JSON.stringify(outcome.body),
  })
  if (outcome !== undefined) sendJson(response, outcome.status, outcome.body, outcome.headers)
}

/** Takes a post to a response_url. */
export function answerHook(core: Core, response: ServerResponse, id: string, body: string): void {
  const end = core.traffic.begin({
    direction: 'from the bot',
    transport: 'http',
    name: 'response_url',
    headers: {},
    body,
  })
  const outcome = withFault(core.faults.take('response_url'), () => useHook(core, id, body))
  end({
    proof: 'none',
    status: outcome?.status ?? null,
    answer: JSON.stringify(outcome?.body ?? null),
  })
  if (outcome !== undefined) sendJson(response, outcome.status, outcome.body, outcome.headers)
}

function useHook(core: Core, id: string, body: string): Outcome {
  const use = core.responseUrls.spend(id)
  if (use.kind === 'refused') return { status: 404, body: { ok: false, error: use.error } }
  const reply = readReply(body)
  if (!reply.ok) {
    const errors = reply.problems.flatMap((problem) => problem.details)
    const error = reply.problems[0]?.error ?? 'invalid_payload'
    return { status: 400, body: { ok: false, error, errors } }
  }
  const { body: content, deletesOriginal } = reply.value
  if (content === undefined && !deletesOriginal) {
    return { status: 400, body: { ok: false, error: 'no_text' } }
  }
  applyReply(core, use.url, reply.value)
  return { status: 200, body: { ok: true } }
}

/** What a fault makes of a call: undefined where no answer shall come. */
function withFault(fault: Fault | undefined, run: () => Outcome): Outcome | undefined {
  switch (fault?.kind) {
    case undefined:
      return run()
    case 'rate-limited': {
      const headers = { 'retry-after': String(fault.retryAfterSeconds) }
      return { status: 429, body: refusal('ratelimited'), headers }
    }
    case 'error':
      return { status: 200, body: refusal(fault.error) }
    case 'unavailable':
      return { status: 503, body: refusal('service_unavailable') }
    case 'fails-after-accept':
      run()
      return { status: 500, body: refusal('internal_error') }
    case 'hangs-after-accept':
      run()
      return undefined
  }
}

function refusal(error: string): ApiAnswer {
  return { ok: false, error }
}

/** The id and secret that some clients send in the way of a password. */
function clientOf(request: IncomingMessage): Arguments {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (basic === undefined) return {}
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':')
  return { client_id: id, client_secret: secret }
}

function scopes(core: Core, value: string | undefined): Readonly<Record<string, string>> {
  const token = core.tokens.find(value ?? '')
  if (token === undefined || typeof token === 'string') return {}
  return { 'x-oauth-scopes': token.scopes.join(',') }
}

function proofOf(core: Core, value: string | undefined) {
  if (value === undefined) return 'none'
  return typeof core.tokens.find(value) === 'object' ? 'token accepted' : 'token refused'
}

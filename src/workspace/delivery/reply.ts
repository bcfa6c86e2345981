import { failure, success, type Result } from '../../result.ts'
import { readBody } from '../block-kit/body.ts'
import { isObject, parseJson } from '../json.ts'
import type { MessageBody } from '../state/model.ts'

/** What the bot wants to happen, in an acknowledgement or a post to a response_url. */
export type Reply = {
  readonly responseType: 'ephemeral' | 'in_channel'
  readonly body: MessageBody | undefined
  readonly replacesOriginal: boolean
  readonly deletesOriginal: boolean
  readonly threadTs: string | undefined
}

/** Why a reply is refused: Slack's code, and one line for each fault in the blocks. */
export type ReplyProblem = { readonly error: string; readonly details: readonly string[] }

/** Reads an acknowledgement: empty, plain text for the user's eyes, or a JSON reply. */
export function readAcknowledgement(
  contentType: string,
  body: string,
): Result<Reply, ReplyProblem> {
  if (body.trim() === '') return success(silence)
  if (!contentType.startsWith('application/json')) {
    return success({ ...silence, body: { text: body, blocks: [] } })
  }
  return readReply(body)
}

/** Reads a JSON reply. Without a `response_type` only the user sees it, as in Slack. */
export function readReply(json: string): Result<Reply, ReplyProblem> {
  const fields = parseJson(json)
  if (!isObject(fields)) return failure([{ error: 'invalid_payload', details: [] }])
  const reply: Reply = {
    responseType: fields['response_type'] === 'in_channel' ? 'in_channel' : 'ephemeral',
    body: undefined,
    replacesOriginal: isTrue(fields['replace_original']),
    deletesOriginal: isTrue(fields['delete_original']),
    threadTs: typeof fields['thread_ts'] === 'string' ? fields['thread_ts'] : undefined,
  }
  if (fields['text'] === undefined && fields['blocks'] === undefined) return success(reply)
  const body = readBody(fields)
  return body.ok ? success({ ...reply, body: body.value }) : body
}

const silence: Reply = {
  responseType: 'ephemeral',
  body: undefined,
  replacesOriginal: false,
  deletesOriginal: false,
  threadTs: undefined,
}

// Slack's own examples write these two flags as "true" in quotes.
function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}

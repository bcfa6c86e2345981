import type { Message } from '../blocks/message.ts'
import type { Reply } from '../reply/reply.ts'

/** Nobody waits longer for the message after a click. */
const RESPOND_WITHIN_MS = 4_000

export interface Said {
  readonly message: Message
  readonly audience: Reply['audience']
  /** What is said in its place where a workspace does not know a block of it, such as a chart. */
  readonly plain?: string
}

/**
 * Says something where a request came from, by its response_url; in its thread, if it has one.
 * @throws where Slack does not take it.
 */
export async function respondTo(
  responseUrl: string | null,
  thread: string | null,
  { message, audience, plain }: Said,
  options: { readonly replacesOriginal?: boolean } = {},
): Promise<void> {
  if (responseUrl === null) return
  const place = {
    ...(thread === null ? {} : { thread_ts: thread }),
    response_type: audience === 'channel' ? 'in_channel' : 'ephemeral',
    replace_original: options.replacesOriginal === true,
  }
  const first = await send(responseUrl, { ...message, ...place })
  const isRefused = first.status >= 400 && first.status < 500
  const isRetried = isRefused && plain !== undefined
  const response = isRetried ? await send(responseUrl, { text: plain, ...place }) : first
  if (!response.ok) throw new Error(`a response_url answered with HTTP ${response.status}`)
}

function send(address: string, content: object): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
    signal: AbortSignal.timeout(RESPOND_WITHIN_MS),
  })
}

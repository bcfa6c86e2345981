import type { Message } from '../blocks/message.ts'
import type { Reply } from '../reply/reply.ts'

/** Nobody waits longer for the message after a click. */
const RESPOND_WITHIN_MS = 4_000

export interface Said {
  readonly message: Message
  readonly audience: Reply['audience']
}

/**
 * Says something where a request came from, by its response_url; in its thread, if it has one.
 * @throws where Slack does not take it.
 */
export async function respondTo(
  responseUrl: string | null,
  thread: string | null,
  { message, audience }: Said,
  options: { readonly replacesOriginal?: boolean } = {},
): Promise<void> {
  if (responseUrl === null) return
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...message,
      ...(thread === null ? {} : { thread_ts: thread }),
      response_type: audience === 'channel' ? 'in_channel' : 'ephemeral',
      replace_original: options.replacesOriginal === true,
    }),
    signal: AbortSignal.timeout(RESPOND_WITHIN_MS),
  })
  if (!response.ok) throw new Error(`a response_url answered with HTTP ${response.status}`)
}

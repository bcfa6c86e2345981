import type { Core } from './core.ts'
import type { ResponseUrl } from './delivery/response-url.ts'
import type { Reply } from './delivery/reply.ts'
import { post } from './post.ts'
import { findMessage } from './state/lookup.ts'
import { changeMessage, deleteMessage } from './state/messages.ts'
import type { Message, MessageBody } from './state/model.ts'

/**
 * Lets a reply take effect where its response_url points. Only a click has an original that can
 * be replaced or deleted; a command has none, so there Slack posts a new message instead
 * (bolt-js issue 2287).
 */
export function applyReply(core: Core, url: ResponseUrl, reply: Reply): void {
  const original = findOriginal(core, url)
  if (original !== undefined && reply.deletesOriginal) {
    core.live.apply((state) => deleteMessage(state, original), url.cause)
  } else if (original !== undefined && reply.replacesOriginal && reply.body !== undefined) {
    replace(core, original, reply.body, url.cause)
  } else if (reply.body !== undefined) {
    postReply(core, url, reply, reply.body)
  }
}

function findOriginal(core: Core, url: ResponseUrl): Message | undefined {
  if (url.source.kind !== 'message') return undefined
  return findMessage(core.live.current(), url.channelId, url.source.ts)
}

function replace(core: Core, original: Message, body: MessageBody, cause: string): void {
  core.live.apply((state) => changeMessage(state, original, body, core.nowMs()), cause)
}

function postReply(core: Core, url: ResponseUrl, reply: Reply, body: MessageBody): void {
  const draft = {
    ...body,
    channelId: url.channelId,
    userId: core.live.current().app.botUserId,
    visibleTo: reply.responseType === 'ephemeral' ? url.userId : undefined,
    threadTs: reply.threadTs,
  }
  post(core, draft, url.cause)
}

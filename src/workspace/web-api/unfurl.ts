import { readBody } from '../block-kit/body.ts'
import { linksIn } from '../delivery/events.ts'
import { isObject, parseJson } from '../json.ts'
import { findMessage } from '../state/lookup.ts'
import { unfurlMessage } from '../state/messages.ts'
import type { Message, State, Unfurl } from '../state/model.ts'
import { refuse, textOf, type ApiMethod, type Arguments } from './answer.ts'
import { refuseBody } from './chat.ts'

/**
 * Shows something under the links of a message.
 * https://docs.slack.dev/reference/methods/chat.unfurl
 */
export const unfurl: ApiMethod = (core, args) => {
  const state = core.live.current()
  const message = findTold(state, args)
  if (message === undefined) return refuse('cannot_find_message')
  const given = args['unfurls']
  const unfurls = typeof given === 'string' ? parseJson(given) : given
  if (given === undefined) return refuse('missing_unfurls')
  if (!isObject(unfurls)) return refuse('invalid_unfurls_format')
  const links = linksIn(message.text, core.manifest.unfurlDomains).map(({ url }) => url)
  const shown: Unfurl[] = []
  for (const [url, content] of Object.entries(unfurls)) {
    if (!links.includes(url)) return refuse('cannot_unfurl_url')
    if (!isObject(content)) return refuse('invalid_unfurls_format')
    const body = readBody(content)
    if (!body.ok) return refuseBody(body.problems)
    shown.push({ url, ...body.value })
  }
  core.live.apply((now) => unfurlMessage(now, message, shown))
  return { ok: true }
}

/** The message that is meant: by channel and `ts`, or by what `link_shared` said. */
function findTold(state: State, args: Arguments): Message | undefined {
  const [, channel, ts] = /^(\w+)-([\d.]+)$/.exec(textOf(args, 'unfurl_id')) ?? []
  return findMessage(state, channel ?? textOf(args, 'channel'), ts ?? textOf(args, 'ts'))
}

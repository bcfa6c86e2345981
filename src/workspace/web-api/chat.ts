import { failure, type Result } from '../../result.ts'
import { readBody, type BodyProblem } from '../block-kit/body.ts'
import { post } from '../post.ts'
import { findMessage, isMember } from '../state/lookup.ts'
import { changeMessage, deleteMessage } from '../state/messages.ts'
import type { Message, MessageBody, State } from '../state/model.ts'
import { refuse, textOf, type ApiAnswer, type ApiMethod, type Arguments } from './answer.ts'
import { apiMessage } from './message.ts'
import { reachChannel, reachForPosting } from './reach.ts'

// https://docs.slack.dev/reference/methods/chat.postMessage and its neighbours

export const postMessage: ApiMethod = (core, args, token) => {
  const state = core.live.current()
  const reach = reachForPosting(state, textOf(args, 'channel'), token)
  if (!reach.ok) return reach
  const body = readSoundBody(state, args)
  if (!body.ok) return refuseBody(body.problems)
  const channelId = reach.channel.id
  const answered = textOf(args, 'thread_ts')
  const parent = findMessage(state, channelId, answered)
  if (answered !== '' && parent === undefined) return refuse('thread_not_found')
  const threadTs = parent?.threadTs ?? parent?.ts
  const message = post(core, { ...body.value, channelId, userId: state.app.botUserId, threadTs })
  return { ok: true, channel: channelId, ts: message.ts, message: apiMessage(state, message) }
}

export const postEphemeral: ApiMethod = (core, args, token) => {
  const state = core.live.current()
  const reach = reachForPosting(state, textOf(args, 'channel'), token)
  if (!reach.ok) return reach
  const userId = textOf(args, 'user')
  if (!isMember(reach.channel, userId)) return refuse('user_not_in_channel')
  const body = readSoundBody(state, args)
  if (!body.ok) return refuseBody(body.problems)
  const message = post(core, {
    ...body.value,
    channelId: reach.channel.id,
    userId: state.app.botUserId,
    visibleTo: userId,
    threadTs: textOf(args, 'thread_ts') || undefined,
  })
  return { ok: true, message_ts: message.ts }
}

export const update: ApiMethod = (core, args) => {
  const state = core.live.current()
  const own = findOwn(state, textOf(args, 'channel'), textOf(args, 'ts'))
  if (typeof own === 'string') return refuse(own === 'not_own' ? 'cant_update_message' : own)
  // Blocks that are not mentioned stay; an empty list takes them away.
  const keptBlocks = args['blocks'] === undefined ? { blocks: own.blocks } : {}
  const body = readSoundBody(state, { ...args, ...keptBlocks })
  if (!body.ok) return refuseBody(body.problems)
  const change = core.live.apply((now) => changeMessage(now, own, body.value, core.nowMs()))
  if (change.kind !== 'changed') throw new Error('an update changed no message')
  const { channelId, ts, text } = change.message
  return { ok: true, channel: channelId, ts, text, message: apiMessage(state, change.message) }
}

export const remove: ApiMethod = (core, args) => {
  const state = core.live.current()
  const own = findOwn(state, textOf(args, 'channel'), textOf(args, 'ts'))
  if (typeof own === 'string') return refuse(own === 'not_own' ? 'cant_delete_message' : own)
  core.live.apply((now) => deleteMessage(now, own))
  return { ok: true, channel: own.channelId, ts: own.ts }
}

export const getPermalink: ApiMethod = (core, args) => {
  const state = core.live.current()
  const reach = reachChannel(state, textOf(args, 'channel'))
  if (!reach.ok) return reach
  const channel = reach.channel.id
  const message = findMessage(state, channel, textOf(args, 'message_ts'))
  if (message === undefined || message.visibleTo !== undefined) return refuse('message_not_found')
  const permalink = `${core.origin()}/archives/${channel}/p${message.ts.replace('.', '')}`
  return { ok: true, channel, permalink }
}

/** The bot's own lasting message, or why it cannot be touched. Ephemeral ones are never found. */
function findOwn(
  state: State,
  channel: string,
  ts: string,
): Message | 'channel_not_found' | 'message_not_found' | 'not_own' {
  const reach = reachChannel(state, channel)
  if (!reach.ok) return 'channel_not_found'
  const message = findMessage(state, reach.channel.id, ts)
  if (message === undefined || message.visibleTo !== undefined) return 'message_not_found'
  return message.userId === state.app.botUserId ? message : 'not_own'
}

/** Text and blocks as `readBody` has them, with every `slack_file` one that was uploaded. */
export function readSoundBody(state: State, args: Arguments): Result<MessageBody, BodyProblem> {
  const body = readBody(args)
  if (!body.ok) return body
  const named = [...JSON.stringify(body.value.blocks).matchAll(/"slack_file":\{"id":"([^"]*)"/g)]
  const missing = named.filter(([, id]) => !state.files.some((file) => file.id === id))
  const details = missing.map(([, id]) => `invalid slack file: ${id}`)
  return missing.length === 0 ? body : failure([{ error: 'invalid_blocks', details }])
}

/** The answer to a body that Slack would not take. */
export function refuseBody(problems: readonly BodyProblem[]): ApiAnswer {
  const details = problems.flatMap((problem) => problem.details)
  const error = problems[0]?.error ?? 'invalid_arguments'
  if (details.length === 0) return { ok: false, error }
  const messages = details.map((detail) => `[ERROR] ${detail}`)
  return { ok: false, error, errors: details, response_metadata: { messages } }
}

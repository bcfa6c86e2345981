import { findMessage, isMember } from '../state/lookup.ts'
import type { Channel, Message, State } from '../state/model.ts'
import { flagOf, numberOf, refuse, textOf, type ApiMethod, type Arguments } from './answer.ts'
import { apiMessage } from './message.ts'
import { reachForReading } from './reach.ts'

// https://docs.slack.dev/reference/methods/conversations.info and its neighbours

export const info: ApiMethod = (core, args, token) => {
  const state = core.live.current()
  const reach = reachForReading(state, textOf(args, 'channel'), token, 'read')
  return reach.ok ? { ok: true, channel: describe(state, reach.channel) } : reach
}

export const members: ApiMethod = (core, args, token) => {
  const reach = reachForReading(core.live.current(), textOf(args, 'channel'), token, 'read')
  if (!reach.ok) return reach
  const { items, metadata } = paged(reach.channel.memberIds, args)
  return { ok: true, members: items, response_metadata: metadata }
}

/** Opens the direct conversation with one person; the others of Slack are not here. */
export const open: ApiMethod = (core, args) => {
  const state = core.live.current()
  const ids = textOf(args, 'users').split(',').filter(Boolean)
  const [id = ''] = ids
  if (ids.length === 0) return refuse('users_list_not_supplied')
  if (ids.length > 1) return refuse('method_not_supported_for_channel_type')
  const user = state.users.find((each) => each.id === id)
  if (user === undefined) return refuse('user_not_found')
  if (user.isBot) return refuse('cannot_dm_bot')
  const channel = state.channels.find((each) => each.kind === 'direct' && isMember(each, id))
  if (channel === undefined) return refuse('channel_not_found')
  const shown = flagOf(args, 'return_im') ? describe(state, channel) : { id: channel.id }
  return { ok: true, no_op: true, already_open: true, channel: shown }
}

export const history: ApiMethod = (core, args, token) => {
  const state = core.live.current()
  const reach = reachForReading(state, textOf(args, 'channel'), token, 'history')
  if (!reach.ok) return reach
  const told = lasting(state, reach.channel).filter(({ threadTs }) => threadTs === undefined)
  return page(state, within(told, args).toReversed(), args)
}

export const replies: ApiMethod = (core, args, token) => {
  const state = core.live.current()
  const reach = reachForReading(state, textOf(args, 'channel'), token, 'history')
  if (!reach.ok) return reach
  const parent = findMessage(state, reach.channel.id, textOf(args, 'ts'))
  if (parent === undefined || parent.visibleTo !== undefined) return refuse('thread_not_found')
  const root = parent.threadTs ?? parent.ts
  const told = lasting(state, reach.channel).filter(
    ({ ts, threadTs }) => ts === root || threadTs === root,
  )
  return page(state, within(told, args), args)
}

function describe(state: State, channel: Channel): Readonly<Record<string, unknown>> {
  const isDirect = channel.kind === 'direct'
  const { botUserId } = state.app
  return {
    id: channel.id,
    is_im: isDirect,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_private: channel.kind !== 'public',
    is_archived: channel.isArchived,
    ...(isDirect
      ? { user: channel.memberIds.find((id) => id !== botUserId) }
      : { name: channel.name, is_member: isMember(channel, botUserId) }),
  }
}

function lasting(state: State, channel: Channel): readonly Message[] {
  return state.messages.filter(
    ({ channelId, visibleTo }) => channelId === channel.id && visibleTo === undefined,
  )
}

/** The messages between `oldest` and `latest`, which themselves count with `inclusive` only. */
function within(told: readonly Message[], args: Arguments): readonly Message[] {
  const oldest = numberOf(args, 'oldest', 0)
  const latest = numberOf(args, 'latest', Infinity) || Infinity
  const isInclusive = flagOf(args, 'inclusive')
  return told.filter(({ ts }) => {
    const at = Number(ts)
    return (at > oldest && at < latest) || (isInclusive && (at === oldest || at === latest))
  })
}

function page(state: State, told: readonly Message[], args: Arguments) {
  const { items, metadata } = paged(told, args)
  const hasMore = metadata.next_cursor !== ''
  const messages = items.map((message) => apiMessage(state, message))
  return { ok: true, messages, has_more: hasMore, response_metadata: metadata } as const
}

/** One page of a list, and the cursor of the next one, empty at the end. */
function paged<Item>(all: readonly Item[], args: Arguments) {
  const start = Number(Buffer.from(textOf(args, 'cursor'), 'base64').toString() || 0)
  const end = start + Math.min(Math.max(numberOf(args, 'limit', 100), 1), 999)
  const next = end < all.length ? Buffer.from(String(end)).toString('base64') : ''
  return { items: all.slice(start, end), metadata: { next_cursor: next } }
}

import type { Core } from '../core.ts'
import { isMember } from '../state/lookup.ts'
import type { Channel, State } from '../state/model.ts'
import { flagOf, refuse, textOf, type ApiAnswer, type ApiMethod, type Arguments } from './answer.ts'
import { getPermalink, postEphemeral, postMessage, remove, update } from './chat.ts'
import { reachChannel } from './reach.ts'

/** The methods of Slack's Web API that this workspace has. */
const methods: ReadonlyMap<string, ApiMethod> = new Map<string, ApiMethod>([
  ['auth.test', testAuth],
  ['chat.postMessage', postMessage],
  ['chat.postEphemeral', postEphemeral],
  ['chat.update', update],
  ['chat.delete', remove],
  ['chat.getPermalink', getPermalink],
  ['users.info', userInfo],
  ['conversations.info', conversationInfo],
  ['conversations.members', conversationMembers],
])

/** Calls a method as the holder of a token; without the app's own token nothing is answered. */
export function callMethod(
  core: Core,
  name: string,
  token: string | undefined,
  args: Arguments,
): ApiAnswer {
  const method = methods.get(name)
  if (method === undefined) return { ok: false, error: 'unknown_method', req_method: name }
  if (token === undefined || token === '') return refuse('not_authed')
  if (token !== core.botToken) return refuse('invalid_auth')
  return method(core, args)
}

function testAuth(core: Core): ApiAnswer {
  const { team, app } = core.live.current()
  return {
    ok: true,
    url: `${core.origin()}/`,
    team: team.name,
    user: app.name,
    team_id: team.id,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  }
}

function userInfo(core: Core, args: Arguments): ApiAnswer {
  const { users, team } = core.live.current()
  const user = users.find(({ id }) => id === textOf(args, 'user'))
  if (user === undefined) return refuse('user_not_found')
  const { id, name, realName, isBot } = user
  const locale = flagOf(args, 'include_locale') ? { locale: user.locale } : {}
  const profile = { real_name: realName, display_name: name }
  const found = { id, team_id: team.id, name, real_name: realName, is_bot: isBot, deleted: false }
  return { ok: true, user: { ...found, profile, ...locale } }
}

function conversationInfo(core: Core, args: Arguments): ApiAnswer {
  const state = core.live.current()
  const reach = reachChannel(state, textOf(args, 'channel'))
  return reach.ok ? { ok: true, channel: describe(state, reach.channel) } : reach
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
    is_archived: false,
    ...(isDirect
      ? { user: channel.memberIds.find((id) => id !== botUserId) }
      : { name: channel.name, is_member: isMember(channel, botUserId) }),
  }
}

function conversationMembers(core: Core, args: Arguments): ApiAnswer {
  const reach = reachChannel(core.live.current(), textOf(args, 'channel'))
  if (!reach.ok) return reach
  const members = reach.channel.memberIds
  return { ok: true, members, response_metadata: { next_cursor: '' } }
}

import type { Token } from '../issued/tokens.ts'
import { isMember, mayOpen } from '../state/lookup.ts'
import type { Channel, State } from '../state/model.ts'
import { refuse, refuseScope, type ApiAnswer } from './answer.ts'

/** A conversation that the bot may read or write to, or Slack's answer for why not. */
export type Reach =
  | { readonly ok: true; readonly channel: Channel }
  | (ApiAnswer & { readonly ok: false })

/**
 * The conversation that a method's `channel` names: an id, `#name`, or a user's id for the direct
 * conversation with that user. Private ones without the bot do not exist for it.
 */
export function reachChannel(state: State, spec: string): Reach {
  const { botUserId } = state.app
  const channel = state.channels.find(
    (each) =>
      each.id === spec ||
      (each.name !== '' && `#${each.name}` === spec) ||
      (each.kind === 'direct' && spec.startsWith('U') && isMember(each, spec)),
  )
  return channel === undefined || !mayOpen(channel, botUserId)
    ? { ok: false, error: 'channel_not_found' }
    : { ok: true, channel }
}

/**
 * Like `reachChannel`, and the bot must be a member and the channel alive. With `chat:write.public`
 * it may also post to a public channel that it is not in.
 */
export function reachForPosting(state: State, spec: string, token: Token): Reach {
  const reach = reachChannel(state, spec)
  if (!reach.ok) return reach
  const { channel } = reach
  if (channel.isArchived) return { ok: false, error: 'is_archived' }
  const mayPost =
    isMember(channel, state.app.botUserId) ||
    (channel.kind === 'public' && token.scopes.includes('chat:write.public'))
  return mayPost ? reach : { ok: false, error: 'not_in_channel' }
}

const families = { public: 'channels', private: 'groups', direct: 'im' } as const

/** Like `reachChannel`, with the scope for this kind of conversation: `channels:read`, `im:history`. */
export function reachForReading(
  state: State,
  spec: string,
  token: Token,
  right: 'read' | 'history',
): Reach {
  const reach = reachChannel(state, spec)
  if (!reach.ok) return reach
  const { channel } = reach
  const needed = `${families[channel.kind]}:${right}`
  if (!token.scopes.includes(needed)) return refusal(refuseScope([needed], token))
  if (right === 'history' && !isMember(channel, state.app.botUserId)) {
    return refusal(refuse('not_in_channel'))
  }
  return reach
}

/** The scopes of which a method needs one, before it is known which conversation is meant. */
export function conversationScopes(right: 'read' | 'history'): readonly string[] {
  return Object.values(families).map((family) => `${family}:${right}`)
}

function refusal(answer: ApiAnswer): Reach {
  if (answer.ok) throw new Error('a refusal that refuses nothing')
  return answer
}

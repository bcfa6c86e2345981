import { isMember, mayOpen } from '../state/lookup.ts'
import type { Channel, State } from '../state/model.ts'

/** A conversation that the bot may read or write to, or Slack's code for why not. */
export type Reach =
  | { readonly ok: true; readonly channel: Channel }
  | { readonly ok: false; readonly error: 'channel_not_found' | 'not_in_channel' }

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

/** Like `reachChannel`, and the bot must be a member: the rule for posting without more scopes. */
export function reachForPosting(state: State, spec: string): Reach {
  const reach = reachChannel(state, spec)
  if (!reach.ok || isMember(reach.channel, state.app.botUserId)) return reach
  return { ok: false, error: 'not_in_channel' }
}

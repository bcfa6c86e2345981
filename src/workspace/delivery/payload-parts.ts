import type { Channel, State, User } from '../state/model.ts'

/** What stands in every interaction payload: who, which app and which workspace. */
export function commonParts(state: State, user: User, verificationToken: string) {
  const team = { id: state.team.id, domain: state.team.domain }
  return {
    team,
    user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
    api_app_id: state.app.id,
    token: verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** A channel's id and its name in payloads: Slack keeps the names of private conversations to itself. */
export function channelPart(channel: Channel) {
  return { id: channel.id, name: payloadName(channel) }
}

export function payloadName(channel: Channel): string {
  if (channel.kind === 'direct') return 'directmessage'
  return channel.kind === 'private' ? 'privategroup' : channel.name
}

import type { Channel, State, User } from '../state/model.ts'
import { escapeText } from './escape.ts'
import { payloadName } from './payload-parts.ts'

/** A slash command on its way to the bot. */
export type CommandCall = {
  readonly user: User
  readonly channel: Channel
  readonly command: string
  readonly text: string
  readonly triggerId: string
  readonly responseUrl: string
  readonly verificationToken: string
}

/**
 * The fields that Slack sends for a slash command: all of them, in its order. The enterprise
 * fields are left out, as they are for a workspace outside an Enterprise organisation.
 * https://docs.slack.dev/interactivity/implementing-slash-commands
 */
export function commandFields(state: State, call: CommandCall): Readonly<Record<string, string>> {
  return {
    token: call.verificationToken,
    team_id: state.team.id,
    team_domain: state.team.domain,
    channel_id: call.channel.id,
    channel_name: payloadName(call.channel),
    user_id: call.user.id,
    user_name: call.user.name,
    command: call.command,
    text: escapeText(state, call.text, 'with-names'),
    api_app_id: state.app.id,
    is_enterprise_install: 'false',
    response_url: call.responseUrl,
    trigger_id: call.triggerId,
  }
}

import type { Channel, Message, State, User } from '../state/model.ts'
import { apiMessage } from '../web-api/message.ts'
import type { Action } from './find-action.ts'
import { payloadName } from './slash-command.ts'

/** A click on its way to the bot. */
export type Click = {
  readonly user: User
  readonly channel: Channel
  readonly message: Message
  readonly action: Action
  readonly actionTs: string
  readonly triggerId: string
  readonly responseUrl: string
  readonly verificationToken: string
}

/**
 * The form that Slack posts when somebody uses an element of a message. An ephemeral message is
 * not in it, as Slack does not keep those: only its `container` is.
 * https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
export function actionForm(state: State, click: Click): URLSearchParams {
  return new URLSearchParams({ payload: JSON.stringify(payload(state, click)) })
}

function payload(state: State, click: Click): Readonly<Record<string, unknown>> {
  const { user, channel, message } = click
  const isEphemeral = message.visibleTo !== undefined
  const team = { id: state.team.id, domain: state.team.domain }
  const thread = message.threadTs === undefined ? {} : { thread_ts: message.threadTs }
  return {
    type: 'block_actions',
    user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
    api_app_id: state.app.id,
    token: click.verificationToken,
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...thread,
    },
    trigger_id: click.triggerId,
    team,
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel.id, name: payloadName(channel) },
    ...(isEphemeral ? {} : { message: apiMessage(state, message) }),
    state: { values: {} },
    response_url: click.responseUrl,
    actions: [{ ...click.action, action_ts: click.actionTs }],
  }
}

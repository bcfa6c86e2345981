import type { AppEvent } from '../core.ts'
import type { JsonObject } from '../json.ts'
import type { State } from '../state/model.ts'

/**
 * An event as Slack sends it.
 * https://docs.slack.dev/apis/events-api/#callback-field
 */
export function eventEnvelope(
  state: State,
  event: AppEvent,
  ids: { readonly token: string; readonly eventId: string; readonly nowMs: number },
): JsonObject {
  const { team, app } = state
  const channel = event['channel']
  return {
    token: ids.token,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: ids.eventId,
    event_time: Math.floor(ids.nowMs / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    ...(typeof channel === 'string' && { event_context: `4-${team.id}-${app.id}-${channel}` }),
  }
}

import type { FormState } from '../elements/form-state.ts'
import type { JsonObject } from '../json.ts'
import type { AppView, State } from '../state/model.ts'

/**
 * A view as payloads and the Web API show it.
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */
export function viewPayload(state: State, view: AppView, values: FormState = {}): JsonObject {
  return {
    id: view.id,
    team_id: state.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: view.previousViewId,
    root_view_id: view.rootViewId,
    app_id: state.app.id,
    external_id: view.externalId,
    app_installed_team_id: state.team.id,
    bot_id: state.app.botId,
  }
}

import type { AnyBlock } from '@slack/types'

import type { FormState } from '../elements/form-state.ts'
import type { JsonObject } from '../json.ts'
import type { AppView, Channel, Message, State } from '../state/model.ts'
import { apiMessage } from '../web-api/message.ts'
import { channelPart } from './payload-parts.ts'
import { viewPayload } from './view-payload.ts'

/** What a user looks at and uses: a message in a channel, a modal or a Home. */
export type Shown =
  | { readonly kind: 'message'; readonly channel: Channel; readonly message: Message }
  | { readonly kind: 'view'; readonly view: AppView }

export function blocksOf(shown: Shown): readonly AnyBlock[] {
  return shown.kind === 'message' ? shown.message.blocks : shown.view.blocks
}

/** A view's id, or a message's `ts`. */
export function idOf(shown: Shown): string {
  return shown.kind === 'message' ? shown.message.ts : shown.view.id
}

/**
 * The parts of a payload that tell where something was used. An ephemeral message is not in it, as
 * Slack does not keep those: only its `container` is.
 */
export function shownParts(state: State, shown: Shown, values: FormState): JsonObject {
  if (shown.kind === 'view') {
    return {
      container: { type: 'view', view_id: shown.view.id },
      view: viewPayload(state, shown.view, values),
    }
  }
  const { channel, message } = shown
  const isEphemeral = message.visibleTo !== undefined
  const container = {
    type: 'message',
    message_ts: message.ts,
    channel_id: channel.id,
    is_ephemeral: isEphemeral,
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
  }
  return {
    container,
    channel: channelPart(channel),
    ...(!isEphemeral && { message: apiMessage(state, message) }),
    state: { values },
  }
}

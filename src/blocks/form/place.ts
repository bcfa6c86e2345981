import type { types } from '@slack/bolt'
import type { Words } from '../../words/words.ts'
import { input, VALUE_ACTION } from './elements.ts'

/** The block that asks for the place to answer in. */
export const PLACE_BLOCK = 'place'

/** Slack gives a response_url for the channel that is chosen, so that the bot need not be in it. */
export function placeBlock({ surfaces }: Words): types.InputBlock {
  return input(
    { block: PLACE_BLOCK, label: surfaces.form.place, isOptional: false },
    {
      type: 'conversations_select',
      action_id: VALUE_ACTION,
      default_to_current_conversation: true,
      response_url_enabled: true,
    },
  )
}

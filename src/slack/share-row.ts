import type { ActionsBlock } from '@slack/types'
import { text } from '../blocks/form/elements.ts'
import type { Words } from '../words/words.ts'

/** The id of the button under a run that only its asker sees. Its value is the run's number. */
export const SHARE_ACTION = 'share'

export function shareRow(number: number, words: Words): ActionsBlock {
  const label = text(words.slack.share)
  const button = {
    type: 'button',
    action_id: SHARE_ACTION,
    text: label,
    value: String(number),
  } as const
  return { type: 'actions', elements: [button] }
}

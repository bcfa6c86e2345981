import type { ActionsBlock } from '@slack/types'
import type { Words } from '../words/words.ts'

/** The id of the button under a run that only its asker sees. Its value is the run's number. */
export const SHARE_ACTION = 'share'

export function shareRow(number: number, words: Words): ActionsBlock {
  const text = { type: 'plain_text', text: words.slack.share, emoji: false } as const
  const button = { type: 'button', action_id: SHARE_ACTION, text, value: String(number) } as const
  return { type: 'actions', elements: [button] }
}

import type { ElementValue } from '../http/page-contract.ts'
import type { JsonObject } from '../json.ts'
import { NotHere } from '../not-here.ts'
import { findOption } from './options.ts'
import type { Placed } from './placed.ts'
import { stateValue, type Known } from './state-value.ts'

/** One entry of a payload's `actions`: what was used, and what it says. */
export type Action = {
  readonly type: string
  readonly action_id: string
  readonly block_id: string
} & JsonObject

/**
 * The action of an element that was used. Throws when the value is none of its options.
 * https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
export function actionOf(placed: Placed, value: ElementValue | undefined, known: Known): Action {
  const { element, blockId, actionId } = placed
  const base = { type: element.type, action_id: actionId, block_id: blockId }
  if (element.type === 'button') {
    const { text, value: says, style, url } = element
    return {
      ...base,
      text,
      ...(says !== undefined && { value: says }),
      ...(style && { style }),
      ...(url && { url }),
    }
  }
  if (element.type === 'overflow') {
    const option = findOption(element.options, value)
    if (option === undefined)
      throw new NotHere(`nothing to click: no option ${JSON.stringify(value)}`)
    return { ...base, selected_option: option }
  }
  const placeholder = 'placeholder' in element ? element.placeholder : undefined
  return { ...base, ...(placeholder && { placeholder }), ...stateValue(placed, value, known) }
}

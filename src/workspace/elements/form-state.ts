import type { AnyBlock } from '@slack/types'

import type { FormValues } from '../http/page-contract.ts'
import type { Option } from './options.ts'
import { placedElements, type Placed } from './placed.ts'
import { isEmpty, stateValue, type StateValue } from './state-value.ts'

/** What the inputs of a message or view hold, by block_id and action_id, as payloads show it. */
export type FormState = Readonly<Record<string, Readonly<Record<string, StateValue>>>>

/** Options that the app has suggested for an element. */
export type SuggestedFor = (placed: Placed) => readonly Option[]

/** The state of every input, with the values of the form in them, else with their first values. */
export function formState(
  blocks: readonly AnyBlock[],
  form: FormValues,
  suggestedFor: SuggestedFor,
): FormState {
  const values: Record<string, Record<string, StateValue>> = {}
  for (const placed of placedElements(blocks)) {
    const { blockId, actionId } = placed
    const held = stateValue(placed, form[blockId]?.[actionId], suggestedFor(placed))
    if (held !== undefined) values[blockId] = { ...values[blockId], [actionId]: held }
  }
  return values
}

/** What Slack itself finds wrong before it sends a form, by block_id. */
export function formErrors(
  blocks: readonly AnyBlock[],
  state: FormState,
): Readonly<Record<string, string>> {
  const errors = placedElements(blocks).flatMap((placed) => {
    const held = state[placed.blockId]?.[placed.actionId]
    const error = held === undefined ? undefined : errorIn(placed, held)
    return error === undefined ? [] : [[placed.blockId, error] as const]
  })
  return Object.fromEntries(errors)
}

function errorIn({ element, input }: Placed, held: StateValue): string | undefined {
  if (input === undefined) return undefined
  if (isEmpty(held)) {
    return input.isOptional ? undefined : 'Please complete this required field.'
  }
  const text = typeof held['value'] === 'string' ? held['value'] : ''
  if (element.type === 'plain_text_input') {
    return lengthError(text.length, element.min_length ?? 0, element.max_length ?? 3000)
  }
  if (element.type === 'number_input') return numberError(text, element)
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text)) {
    return 'Please enter a valid email address.'
  }
  return element.type === 'url_text_input' && !URL.canParse(text)
    ? 'Please enter a valid URL.'
    : undefined
}

function lengthError(length: number, least: number, most: number): string | undefined {
  if (length < least) return `Please enter at least ${least} characters.`
  return length > most ? `Please enter at most ${most} characters.` : undefined
}

function numberError(
  text: string,
  element: {
    readonly is_decimal_allowed: boolean
    readonly min_value?: string
    readonly max_value?: string
  },
): string | undefined {
  const pattern = element.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/
  if (!pattern.test(text)) {
    return element.is_decimal_allowed ? 'Please enter a number.' : 'Please enter a whole number.'
  }
  if (Number(text) < Number(element.min_value ?? -Infinity)) {
    return `Please enter ${element.min_value} or more.`
  }
  if (Number(text) > Number(element.max_value ?? Infinity)) {
    return `Please enter ${element.max_value} or less.`
  }
  return undefined
}

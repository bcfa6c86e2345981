import type { AnyBlock, FileInput, NumberInput } from '@slack/types'

import type { FormValues } from '../http/page-contract.ts'
import { fileTypeOf } from '../state/file-type.ts'
import { placedElements, type Placed } from './placed.ts'
import type { Words } from '../words/words.ts'
import { isEmpty, stateValue, type Known, type StateValue } from './state-value.ts'

/** What the inputs of a message or view hold, by block_id and action_id, as payloads show it. */
export type FormState = Readonly<Record<string, Readonly<Record<string, StateValue>>>>

/** The state of every input, with the values of the form in them, else with their first values. */
export function formState(blocks: readonly AnyBlock[], form: FormValues, known: Known): FormState {
  const values: Record<string, Record<string, StateValue>> = {}
  for (const placed of placedElements(blocks)) {
    const { blockId, actionId } = placed
    const held = stateValue(placed, form[blockId]?.[actionId], known)
    if (held !== undefined) values[blockId] = { ...values[blockId], [actionId]: held }
  }
  return values
}

/** What Slack itself finds wrong before it sends a form, by block_id, in the user's words. */
export function formErrors(
  blocks: readonly AnyBlock[],
  state: FormState,
  words: Words,
): Readonly<Record<string, string>> {
  const errors = placedElements(blocks).flatMap((placed) => {
    const held = state[placed.blockId]?.[placed.actionId]
    const error = held === undefined ? undefined : errorIn(placed, held, words)
    return error === undefined ? [] : [[placed.blockId, error] as const]
  })
  return Object.fromEntries(errors)
}

function errorIn({ element, input }: Placed, held: StateValue, words: Words): string | undefined {
  if (input === undefined) return undefined
  if (isEmpty(held)) return input.isOptional ? undefined : words.required
  const text = typeof held['value'] === 'string' ? held['value'] : ''
  if (element.type === 'plain_text_input') {
    return lengthError(text.length, element.min_length ?? 0, element.max_length ?? 3000, words)
  }
  if (element.type === 'number_input') return numberError(text, element, words)
  if (element.type === 'file_input') return filesError(held['files'], element, words)
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text)) return words.noEmail
  return element.type === 'url_text_input' && !URL.canParse(text) ? words.noUrl : undefined
}

function lengthError(length: number, least: number, most: number, words: Words) {
  if (length < least) return words.tooShort(least)
  return length > most ? words.tooLong(most) : undefined
}

function numberError(
  text: string,
  {
    is_decimal_allowed: isDecimal,
    min_value: least = '-Infinity',
    max_value: most = 'Infinity',
  }: NumberInput,
  words: Words,
): string | undefined {
  const pattern = isDecimal ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/
  if (!pattern.test(text)) return isDecimal ? words.noNumber : words.noWholeNumber
  if (Number(text) < Number(least)) return words.tooSmall(least)
  return Number(text) > Number(most) ? words.tooLarge(most) : undefined
}

/** How many files and of which types a file input takes: https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
function filesError(
  held: unknown,
  { max_files: most = 10, filetypes: types = [] }: FileInput,
  words: Words,
): string | undefined {
  const names = Array.isArray(held)
    ? held.map((file: { readonly name?: unknown }) => String(file.name))
    : []
  if (names.length > most) return words.tooManyFiles(most)
  const wanted = types.map((type) => fileTypeOf(`.${type}`))
  const wrong = names.find((name) => types.length > 0 && !wanted.includes(fileTypeOf(name)))
  return wrong === undefined ? undefined : words.wrongFileType(wrong, types.join(', '))
}

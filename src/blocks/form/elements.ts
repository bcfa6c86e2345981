import type { types } from '@slack/bolt'
import { clip } from '../clip.ts'
import { SLACK_LIMITS } from '../limits.ts'

/** The action of the element in every input block; the block's id says which field it is. */
export const VALUE_ACTION = 'value'

export interface Labelled {
  readonly block: string
  readonly label: string
  readonly hint?: string
  readonly isOptional?: boolean
}

/** An input block: its label, one line of help, and the element that takes the value. */
export function input(
  { block, label, hint, isOptional = true }: Labelled,
  element: types.InputBlock['element'],
): types.InputBlock {
  return {
    type: 'input',
    block_id: block,
    label: text(label),
    ...(hint === undefined ? {} : { hint: text(hint) }),
    optional: isOptional,
    element,
  }
}

/** A whole number; its default stands there in grey. */
export function numberElement(
  value: string | undefined,
  placeholder: string | null,
): types.NumberInput {
  const isNumber = value !== undefined && /^\d+$/.test(value)
  return {
    type: 'number_input',
    action_id: VALUE_ACTION,
    is_decimal_allowed: false,
    min_value: '0',
    ...(isNumber ? { initial_value: value } : {}),
    ...(placeholder === null ? {} : { placeholder: text(placeholder) }),
  }
}

export function textElement(
  value: string | undefined,
  { most, isMultiline = false }: { readonly most: number; readonly isMultiline?: boolean },
): types.PlainTextInput {
  return {
    type: 'plain_text_input',
    action_id: VALUE_ACTION,
    max_length: most,
    multiline: isMultiline,
    ...(value ? { initial_value: value.slice(0, most) } : {}),
  }
}

export function option(label: string, value: string, description?: string): types.PlainTextOption {
  return {
    text: text(clip(label, SLACK_LIMITS.optionText)),
    value,
    ...(description === undefined
      ? {}
      : { description: text(clip(description, SLACK_LIMITS.optionText)) }),
  }
}

/** A line in a low voice. */
export function note(content: string): types.ContextBlock {
  return { type: 'context', elements: [text(content)] }
}

export function text(content: string): types.PlainTextElement {
  return { type: 'plain_text', text: content, emoji: false }
}

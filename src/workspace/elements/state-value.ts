import type { RichTextBlock } from '@slack/types'

import type { ElementValue } from '../http/page-contract.ts'
import { isObject, type JsonObject } from '../json.ts'
import { NotHere } from '../not-here.ts'
import { findOption, ownOptions, type Option } from './options.ts'
import type { Placed } from './placed.ts'

/** What an element holds, as a payload shows it: `{ type: 'datepicker', selected_date: … }`. */
export type StateValue = { readonly type: string } & JsonObject

/** What is known beside the blocks: options that the app has suggested, files of the workspace. */
export type Known = {
  readonly suggestedFor: (placed: Placed) => readonly Option[]
  /** A file as payloads show it, or undefined when it is not one that the user may choose. */
  readonly fileOf: (id: string) => JsonObject | undefined
}

/**
 * The state of an element with this value in it; without one, with the value that the app gave it
 * first. Undefined for buttons and overflow menus, which hold nothing.
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */
export function stateValue(
  placed: Placed,
  value: ElementValue | undefined,
  known: Known,
): StateValue | undefined {
  const { element } = placed
  const { type } = element
  const options = [...ownOptions(element), ...known.suggestedFor(placed)]
  switch (element.type) {
    case 'button':
    case 'overflow':
    case 'workflow_button':
      return undefined
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: given(value, element.initial_value) }
    case 'rich_text_input':
      return { type, rich_text_value: given(richText(value), element.initial_value) }
    case 'file_input':
      return { type, files: filesOf(value, known) }
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: given(oneOf(options, value), element.initial_option) }
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: manyOf(options, value) ?? element.initial_options ?? [] }
    case 'users_select':
      return { type, selected_user: given(value, element.initial_user) }
    case 'multi_users_select':
      return { type, selected_users: value ?? element.initial_users ?? [] }
    case 'channels_select':
      return { type, selected_channel: given(value, element.initial_channel) }
    case 'multi_channels_select':
      return { type, selected_channels: value ?? element.initial_channels ?? [] }
    case 'conversations_select':
      return { type, selected_conversation: given(value, element.initial_conversation) }
    case 'multi_conversations_select':
      return { type, selected_conversations: value ?? element.initial_conversations ?? [] }
    case 'datepicker':
      return { type, selected_date: given(value, element.initial_date) }
    case 'timepicker':
      return { type, selected_time: given(value, element.initial_time) }
    case 'datetimepicker':
      return { type, selected_date_time: given(value, element.initial_date_time) }
  }
}

/** Whether nothing is chosen or typed in this state. */
export function isEmpty(held: StateValue): boolean {
  return Object.entries(held).every(
    ([name, each]) =>
      name === 'type' || each === null || (Array.isArray(each) && each.length === 0),
  )
}

/** `null` is a choice of nothing; only where nothing is said the first value stays. */
function given<Value>(value: Value | null | undefined, initial: Value | undefined): Value | null {
  if (value === undefined) return initial ?? null
  return value === '' ? null : value
}

function oneOf(options: readonly Option[], value: ElementValue | undefined) {
  return value === undefined || value === null ? value : requireOption(options, value)
}

function manyOf(options: readonly Option[], value: ElementValue | undefined) {
  if (value === undefined) return undefined
  const wanted = Array.isArray(value) ? value : value === null ? [] : [value]
  return wanted.map((each) => requireOption(options, each))
}

function requireOption(options: readonly Option[], wanted: unknown): Option {
  const option = findOption(options, wanted)
  if (option === undefined) throw new NotHere(`nothing to click: no option ${String(wanted)}`)
  return option
}

/** A text without styles is rich text, too; one in which nothing stands is none. */
function richText(value: ElementValue | undefined): RichTextBlock | null | undefined {
  if (value === undefined || value === null) return value
  if (typeof value === 'string') return textAsBlock(value)
  if (typeof value !== 'object' || !('elements' in value)) {
    throw new NotHere(`not rich text: ${JSON.stringify(value)}`)
  }
  return hasContent(value.elements) ? value : null
}

function textAsBlock(text: string): RichTextBlock | null {
  if (text.trim() === '') return null
  const elements: RichTextBlock['elements'] = [
    { type: 'rich_text_section', elements: [{ type: 'text', text }] },
  ]
  return { type: 'rich_text', elements }
}

/** Whether there is anything but spaces. Everything that is no text, such as an emoji, counts. */
function hasContent(parts: readonly unknown[]): boolean {
  return parts.filter(isObject).some(({ elements, text }) => {
    if (Array.isArray(elements)) return hasContent(elements)
    return typeof text !== 'string' || text.trim() !== ''
  })
}

function filesOf(value: ElementValue | undefined, known: Known): readonly JsonObject[] {
  const ids = Array.isArray(value) ? value.map(String) : []
  return [...new Set(ids)].map((id) => {
    const file = known.fileOf(id)
    if (file === undefined) throw new NotHere(`no file ${id} of this user`)
    return file
  })
}

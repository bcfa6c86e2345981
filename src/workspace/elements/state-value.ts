import type { ElementValue } from '../http/page-contract.ts'
import type { JsonObject } from '../json.ts'
import { NotHere } from '../not-here.ts'
import { findOption, ownOptions, type Option } from './options.ts'
import type { Placed } from './placed.ts'

/** What an element holds, as a payload shows it: `{ type: 'datepicker', selected_date: … }`. */
export type StateValue = { readonly type: string } & JsonObject

/**
 * The state of an element with this value in it; without one, with the value that the app gave it
 * first. Undefined for buttons and overflow menus, which hold nothing.
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */
export function stateValue(
  { element }: Placed,
  value: ElementValue | undefined,
  suggested: readonly Option[],
): StateValue | undefined {
  const { type } = element
  const options = [...ownOptions(element), ...suggested]
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
    case 'rich_text_input': {
      const written = typeof value === 'string' ? richText(value) : value
      return { type, rich_text_value: given<unknown>(written, element.initial_value) }
    }
    case 'file_input':
      return { type, files: [] }
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

function richText(text: string): JsonObject {
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }]
  return { type: 'rich_text', elements: text === '' ? [] : elements }
}

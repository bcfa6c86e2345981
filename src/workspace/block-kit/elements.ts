import {
  anyText,
  boolean,
  choice,
  link,
  list,
  number,
  object,
  optional,
  plainText,
  string,
  typed,
} from './rule.ts'
import type { Rule, Shape } from './rule.ts'

// https://docs.slack.dev/reference/block-kit/block-elements and .../composition-objects

const idLength = 255
const optionText = 75
const placeholder = optional(plainText(150))
const actionId = optional(string(idLength))

const confirm = optional(
  object({
    title: plainText(100),
    text: anyText(300),
    confirm: plainText(30),
    deny: plainText(30),
    style: optional(choice('primary', 'danger')),
  }),
)

function optionOf(text: Rule): Rule {
  return object({
    text,
    value: optional(string(75, 0)),
    description: optional(plainText(75)),
    url: optional(link(3000)),
  })
}

const menuOption = optionOf(plainText(optionText))
const boxOption = optionOf(anyText(optionText))
const optionGroup = object({ label: plainText(75), options: list(menuOption, 1, 100) })

const common = { action_id: actionId, confirm, focus_on_load: optional(boolean) }
const menu = { ...common, placeholder }
const manyOf = { max_selected_items: optional(number(1)) }

const staticOptions = {
  options: optional(list(menuOption, 1, 100)),
  option_groups: optional(list(optionGroup, 1, 100)),
}
const eitherOptions = { names: ['options', 'option_groups'], atMost: 1 }

const conversationFilter = optional(
  object({
    include: optional(list(choice('im', 'mpim', 'private', 'public'), 1, 4)),
    exclude_external_shared_channels: optional(boolean),
    exclude_bot_users: optional(boolean),
  }),
)
const respondable = { response_url_enabled: optional(boolean) }
const conversations = {
  default_to_current_conversation: optional(boolean),
  filter: conversationFilter,
}

const typedInput = {
  action_id: actionId,
  focus_on_load: optional(boolean),
  placeholder,
  initial_value: optional(string(3000, 0)),
  dispatch_action_config: optional(
    object({
      trigger_actions_on: optional(list(choice('on_enter_pressed', 'on_character_entered'), 1, 2)),
    }),
  ),
}

const slackFile = object(
  { id: optional(string()), url: optional(link(3000)) },
  { names: ['id', 'url'], atMost: 1 },
)

/** Where an image comes from: a URL or a file in Slack, one of the two. */
export const imageSource = {
  image_url: optional(link(3000)),
  slack_file: optional(slackFile),
}
export const eitherSource = { names: ['image_url', 'slack_file'], atMost: 1 }

const button = {
  action_id: actionId,
  text: plainText(75),
  value: optional(string(2000, 0)),
  url: optional(link(3000)),
  style: optional(choice('primary', 'danger')),
  accessibility_label: optional(string(75)),
  confirm,
}

/** Every element by its type, with Slack's limits. */
export const elements: Readonly<Record<string, Shape>> = {
  button: { fields: button },
  overflow: { fields: { action_id: actionId, confirm, options: list(menuOption, 1, 5) } },
  image: { fields: { alt_text: string(2000), ...imageSource }, needsOneOf: eitherSource },
  checkboxes: {
    fields: {
      ...common,
      options: list(boxOption, 1, 10),
      initial_options: optional(list(boxOption, 1, 10)),
    },
  },
  radio_buttons: {
    fields: { ...common, options: list(boxOption, 1, 10), initial_option: optional(boxOption) },
  },
  static_select: {
    fields: { ...menu, ...staticOptions, initial_option: optional(menuOption) },
    needsOneOf: eitherOptions,
  },
  multi_static_select: {
    fields: {
      ...menu,
      ...manyOf,
      ...staticOptions,
      initial_options: optional(list(menuOption, 1, 100)),
    },
    needsOneOf: eitherOptions,
  },
  external_select: {
    fields: {
      ...menu,
      initial_option: optional(menuOption),
      min_query_length: optional(number(0)),
    },
  },
  multi_external_select: {
    fields: {
      ...menu,
      ...manyOf,
      initial_options: optional(list(menuOption, 1, 100)),
      min_query_length: optional(number(0)),
    },
  },
  users_select: { fields: { ...menu, initial_user: optional(string()) } },
  multi_users_select: {
    fields: { ...menu, ...manyOf, initial_users: optional(list(string(), 1)) },
  },
  conversations_select: {
    fields: {
      ...menu,
      ...conversations,
      ...respondable,
      initial_conversation: optional(string()),
    },
  },
  multi_conversations_select: {
    fields: {
      ...menu,
      ...manyOf,
      ...conversations,
      initial_conversations: optional(list(string(), 1)),
    },
  },
  channels_select: {
    fields: { ...menu, ...respondable, initial_channel: optional(string()) },
  },
  multi_channels_select: {
    fields: { ...menu, ...manyOf, initial_channels: optional(list(string(), 1)) },
  },
  datepicker: { fields: { ...menu, initial_date: optional(string(10, 10)) } },
  timepicker: {
    fields: { ...menu, initial_time: optional(string(5, 5)), timezone: optional(string()) },
  },
  datetimepicker: {
    fields: { ...common, initial_date_time: optional(number(1_000_000_000, 9_999_999_999)) },
  },
  plain_text_input: {
    fields: {
      ...typedInput,
      multiline: optional(boolean),
      min_length: optional(number(0, 3000)),
      max_length: optional(number(1, 3000)),
    },
  },
  number_input: {
    fields: {
      ...typedInput,
      is_decimal_allowed: boolean,
      min_value: optional(string()),
      max_value: optional(string()),
    },
  },
  url_text_input: { fields: typedInput },
  email_text_input: { fields: typedInput },
  rich_text_input: {
    fields: {
      ...typedInput,
      initial_value: optional(typed('block', 'rich_text')),
      min_lines: optional(number(1, 100)),
      max_lines: optional(number(1, 100)),
    },
  },
  file_input: {
    fields: {
      action_id: actionId,
      filetypes: optional(list(string(), 1)),
      max_files: optional(number(1, 10)),
    },
  },
}

const menuElements = ['static', 'external', 'users', 'conversations', 'channels'].flatMap(
  (kind) => [`${kind}_select`, `multi_${kind}_select`],
)
const pickers = ['datepicker', 'timepicker', 'checkboxes', 'radio_buttons', ...menuElements]

/** The elements that each block takes. */
export const sectionAccessories = ['button', 'image', 'overflow', ...pickers]
export const actionElements = [
  'button',
  'overflow',
  'datetimepicker',
  'rich_text_input',
  ...pickers,
]
export const inputElements = [
  'plain_text_input',
  'number_input',
  'url_text_input',
  'email_text_input',
  'rich_text_input',
  'file_input',
  'datetimepicker',
  ...pickers,
]

import { boolean, choice, link, list, number, object, optional, string, typed } from './rule.ts'
import type { Shape } from './rule.ts'

// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block

const style = optional(
  object({
    bold: optional(boolean),
    italic: optional(boolean),
    strike: optional(boolean),
    underline: optional(boolean),
    code: optional(boolean),
  }),
)
const border = optional(choice(0, 1))

/** The pieces inside a line of rich text. */
export const richInlines: Readonly<Record<string, Shape>> = {
  text: { fields: { text: string(), style } },
  link: { fields: { url: link(3000), text: optional(string()), unsafe: optional(boolean), style } },
  emoji: { fields: { name: string(), unicode: optional(string()), style } },
  user: { fields: { user_id: string(), style } },
  usergroup: { fields: { usergroup_id: string(), style } },
  channel: { fields: { channel_id: string(), style } },
  team: { fields: { team_id: string(), style } },
  broadcast: { fields: { range: choice('here', 'channel', 'everyone'), style } },
  color: { fields: { value: string(), style } },
  date: {
    fields: {
      timestamp: number(0),
      format: string(),
      url: optional(link(3000)),
      fallback: optional(string()),
      style,
    },
  },
}

const line = list(typed('richInline', ...Object.keys(richInlines)), 0)

/** The parts of a rich_text block. */
export const richParts: Readonly<Record<string, Shape>> = {
  rich_text_section: { fields: { elements: line } },
  rich_text_quote: { fields: { elements: line, border } },
  rich_text_preformatted: {
    fields: { elements: list(typed('richInline', 'text', 'link'), 0), border },
  },
  rich_text_list: {
    fields: {
      elements: list(typed('richPart', 'rich_text_section'), 1),
      style: choice('bullet', 'ordered'),
      indent: optional(number(0, 8)),
      offset: optional(number(0)),
      border,
    },
  },
}

import type { types } from '@slack/bolt'
import type { Line, Span } from '../reply/reply.ts'
import { clip } from './clip.ts'
import { SLACK_LIMITS } from './limits.ts'

/**
 * Lines as elements of a rich text block. There Slack shows every character as it is: no mention,
 * link or formatting can come to life from what somebody typed.
 */
export function richText(...elements: types.RichTextBlock['elements']): types.RichTextBlock {
  return { type: 'rich_text', elements }
}

export function richSection(line: Line): types.RichTextSection {
  return { type: 'rich_text_section', elements: line.map(element) }
}

export function richList(lines: readonly Line[]): types.RichTextList {
  return { type: 'rich_text_list', style: 'bullet', elements: lines.map(richSection) }
}

export function preformatted(text: string): types.RichTextPreformatted {
  return {
    type: 'rich_text_preformatted',
    elements: [{ type: 'text', text: clip(text, SLACK_LIMITS.text) }],
  }
}

function element(span: Span): types.RichTextElement {
  if (typeof span === 'string') return textElement(span)
  if ('bold' in span) return { ...textElement(span.bold), style: { bold: true } }
  if ('code' in span) return { ...textElement(span.code), style: { code: true } }
  if ('link' in span) return { type: 'link', url: span.link }
  return isUserId(span.user)
    ? { type: 'user', user_id: span.user }
    : textElement(span.name ?? span.user)
}

function textElement(text: string): types.RichTextText {
  return { type: 'text', text: clip(text, SLACK_LIMITS.text) }
}

/** Slack refuses a message that names a user id of another form. */
function isUserId(user: string): boolean {
  return /^[UW][A-Z0-9]{2,20}$/.test(user)
}

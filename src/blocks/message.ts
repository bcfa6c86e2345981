import type { types } from '@slack/bolt'
import { plain } from '../reply/plain.ts'
import type { Action, Part, Reply } from '../reply/reply.ts'
import { clip } from './clip.ts'
import { escapeControl } from './escape.ts'
import { SLACK_LIMITS } from './limits.ts'
import { preformatted, richList, richSection, richText } from './rich-text.ts'
import { table } from './table.ts'

/** A message as Slack takes it: blocks, and the answer in one sentence beside them. */
export interface Message {
  readonly text: string
  readonly blocks: readonly types.KnownBlock[]
}

/** The id of every button that asks a line; a number tells the buttons of a message apart. */
export const ASK_ACTION = /^ask-\d+$/

/** Draws a reply with Block Kit. */
export function message({ summary, parts }: Reply): Message {
  return {
    text: clip(escapeControl(summary), SLACK_LIMITS.messageText),
    blocks: parts.flatMap(blocks),
  }
}

function blocks(part: Part): readonly types.KnownBlock[] {
  switch (part.kind) {
    case 'heading':
    case 'text':
      return [richText(richSection(part.line))]
    case 'list':
      return [richText(richList(part.lines))]
    case 'code':
      return [richText(preformatted(part.text))]
    case 'note':
      return [note(part)]
    case 'table':
      return [table(part)]
    case 'actions':
      return actions(part)
  }
}

function note({ line }: Extract<Part, { kind: 'note' }>): types.ContextBlock {
  const text = clip(plain(line), SLACK_LIMITS.text)
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }
}

/** Buttons; one whose line would not fit into its value is left out rather than cut. */
function actions(part: Extract<Part, { kind: 'actions' }>): readonly types.ActionsBlock[] {
  const fitting = part.actions.filter(({ line }) => line.length <= SLACK_LIMITS.buttonValue)
  return fitting.length > 0 ? [{ type: 'actions', elements: fitting.map(button) }] : []
}

function button({ label, line }: Action, index: number): types.Button {
  return {
    type: 'button',
    action_id: `ask-${index}`,
    text: { type: 'plain_text', text: clip(label, SLACK_LIMITS.buttonText), emoji: false },
    value: line,
  }
}

import type { types } from '@slack/bolt'
import { plain } from '../reply/plain.ts'
import type { Part, Reply } from '../reply/reply.ts'
import { actions } from './actions.ts'
import { chart } from './chart.ts'
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

export { ASK_ACTION } from './actions.ts'

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
    case 'chart':
      return [chart(part)]
    case 'actions':
      return actions(part.actions)
  }
}

function note({ line }: Extract<Part, { kind: 'note' }>): types.ContextBlock {
  const text = clip(plain(line), SLACK_LIMITS.text)
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }
}

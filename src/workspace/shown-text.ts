import type { MessageBody } from './state/model.ts'

/**
 * The words that a reader sees, one drawn text on each line: those of the blocks, or the text when
 * there are no blocks. For tests and for waiting; it keeps mrkdwn marks.
 */
export function shownText(message: MessageBody): string {
  if (message.blocks.length === 0) return message.text
  return message.blocks.flatMap(wordsIn).join('\n')
}

function wordsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) =>
    typeof inside === 'string' ? (drawnFields.includes(name) ? [inside] : []) : wordsIn(inside),
  )
}

const drawnFields: readonly string[] = ['text', 'caption', 'title', 'label', 'name', 'alt_text']

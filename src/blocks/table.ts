import type { types } from '@slack/bolt'
import type { Column, Part } from '../reply/reply.ts'
import { clip } from './clip.ts'
import { SLACK_LIMITS } from './limits.ts'

const LONGEST_CELL = Math.floor(SLACK_LIMITS.tableText / SLACK_LIMITS.tableRows)

/** A table block; the rows past what Slack takes are left out, the last one (the total) is kept. */
export function table({ columns, rows }: Extract<Part, { kind: 'table' }>): types.TableBlock {
  const most = SLACK_LIMITS.tableRows - 1
  const shown = rows.length <= most ? rows : [...rows.slice(0, most - 1), ...rows.slice(-1)]
  return {
    type: 'table',
    column_settings: columns.map(({ align }) => ({ align })),
    rows: [columns.map(title), ...shown.map((cells) => cells.map(cell))],
  }
}

function title({ title: text }: Column) {
  return cell(text)
}

/** A cell without a character is refused. */
function cell(text: string) {
  return { type: 'raw_text', text: clip(text || ' ', LONGEST_CELL) } as const
}

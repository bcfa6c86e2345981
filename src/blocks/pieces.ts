import { plain } from '../reply/plain.ts'
import type { Line, Part } from '../reply/reply.ts'
import { SLACK_LIMITS } from './limits.ts'

/** Text of one block, so that a few blocks of any kind fit into a message. */
const MOST_TEXT = SLACK_LIMITS.text

/** A part as it is, or cut between its lines or rows into several that a block takes each. */
export function pieces(part: Part): readonly Part[] {
  switch (part.kind) {
    case 'list':
      return chunks(part.lines, MOST_TEXT, lengthOf).map((lines) => ({ kind: 'list', lines }))
    case 'code':
      return chunks(part.text.split('\n'), MOST_TEXT, (line) => line.length + 1).map((lines) => ({
        kind: 'code',
        text: lines.join('\n'),
      }))
    case 'table': {
      const most = SLACK_LIMITS.tableText / 2
      const rows = chunks(part.rows, most, rowLength, SLACK_LIMITS.tableRows - 1)
      return rows.map((some) => ({ ...part, rows: some }))
    }
    case 'heading':
    case 'text':
    case 'note':
    case 'chart':
    case 'actions':
      return [part]
  }
}

function lengthOf(line: Line): number {
  return Math.min(plain(line).length, MOST_TEXT)
}

/** As long as the table block makes a row at most. */
function rowLength(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + Math.min(cell.length, MOST_CELL), 0)
}

const MOST_CELL = SLACK_LIMITS.tableText / SLACK_LIMITS.tableRows

/** Runs of items whose lengths stay below `most` together; one that is longer stands alone. */
function chunks<Item>(
  items: readonly Item[],
  most: number,
  length: (item: Item) => number,
  mostItems = Infinity,
): readonly (readonly Item[])[] {
  const found: Item[][] = []
  let room = 0
  for (const item of items) {
    const chunk = found.at(-1)
    room -= length(item)
    if (chunk && room >= 0 && chunk.length < mostItems) chunk.push(item)
    else {
      found.push([item])
      room = most - length(item)
    }
  }
  return found
}

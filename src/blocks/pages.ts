import type { types } from '@slack/bolt'
import type { Part, Reply } from '../reply/reply.ts'
import { actions, showAllButton } from './actions.ts'
import { chart } from './chart.ts'
import { clip } from './clip.ts'
import { SLACK_LIMITS } from './limits.ts'
import { pieces } from './pieces.ts'
import { plain } from '../reply/plain.ts'
import { preformatted, richList, richSection, richText } from './rich-text.ts'
import { shownCharacters } from './size.ts'
import { table } from './table.ts'

type Blocks = readonly types.KnownBlock[]

/**
 * The blocks of a reply, in as many messages as it takes: each passes Slack's limits. The buttons are
 * below the first one, which begins with what matters most.
 */
export function pages({ parts, again }: Reply): readonly Blocks[] {
  const buttons = parts.flatMap((part) => (part.kind === 'actions' ? part.actions : []))
  const shown = parts.filter(({ kind }) => kind !== 'actions')
  const bodies = [
    ...packed(shown.map(atFirst).flatMap(pieces)),
    ...packed(shown.flatMap(leftOut).flatMap(pieces)),
  ]
  const [first = [], ...others] = bodies
  const isCut = others.length > 0 && again !== undefined
  const row = [...actions(buttons), ...(isCut ? [showAllButton(again)] : [])]
  return [[...first, ...row], ...others]
}

/** A list that says so, with its first lines alone. */
function atFirst(part: Part): Part {
  if (part.kind !== 'list' || part.atFirst === undefined) return part
  const { most, more } = part.atFirst
  return { kind: 'list', lines: [...part.lines.slice(0, most), [more]] }
}

/** The other lines of such a list. */
function leftOut(part: Part): readonly Part[] {
  if (part.kind !== 'list' || part.atFirst === undefined) return []
  return [{ kind: 'list', lines: part.lines.slice(part.atFirst.most) }]
}

/** Puts the parts into messages, in their order, as many into each as it takes. */
function packed(parts: readonly Part[]): readonly Blocks[] {
  const filled: Measured[][] = []
  for (const block of parts.flatMap(blocks).map(measured)) {
    const page = filled.at(-1)
    if (page && fits([...page, block])) page.push(block)
    else filled.push([block])
  }
  return filled.map((page) => page.map(({ block }) => block))
}

interface Measured {
  readonly block: types.KnownBlock
  readonly characters: number
}

function measured(block: types.KnownBlock): Measured {
  return { block, characters: shownCharacters(block) }
}

function fits(page: readonly Measured[]): boolean {
  const tables = page.filter(({ block }) => block.type === 'table')
  const charts = page.filter(({ block }) => 'chart' in block)
  return (
    page.length <= SLACK_LIMITS.blocks - MOST_ROWS_OF_BUTTONS &&
    charts.length <= SLACK_LIMITS.charts &&
    characters(tables) <= SLACK_LIMITS.tableText &&
    characters(page) <= SLACK_LIMITS.blocksText - TEXT_OF_BUTTONS
  )
}

function characters(page: readonly Measured[]): number {
  return page.reduce((sum, { characters: own }) => sum + own, 0)
}

/** Room for what stands below a message: our rows of buttons, and that of a door. */
const MOST_ROWS_OF_BUTTONS = 4
const TEXT_OF_BUTTONS = 1_200

function blocks(part: Part): Blocks {
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

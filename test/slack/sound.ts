import { expect } from 'vitest'
import { readBody } from '../../src/workspace/block-kit/body.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'

/** What a message says in Slack, wherever it came from. */
export interface Said {
  readonly text?: unknown
  readonly blocks?: unknown
}

/**
 * What keeps a message from being good: too much for Slack, a picture without words, a chart without
 * its numbers, nothing to hear for who does not see it, or a control sequence that is none of ours.
 */
export function faultsOf({ text, blocks }: Said): readonly string[] {
  const read = readBody({ text, blocks })
  const kinds = kindsOf(blocks)
  return [
    ...(read.ok ? [] : read.problems.flatMap(({ error, details }) => [error, ...details])),
    ...(typeof text === 'string' && text.trim() !== '' ? [] : ['no top-level text']),
    ...(typeof text === 'string' && /<(?!@[UW][A-Z0-9]+>)/.test(text) ? ['an open <'] : []),
    ...(kinds.includes('data_visualization') && !kinds.some((kind) => WRITTEN.has(kind))
      ? ['a chart without its numbers']
      : []),
  ]
}

const WRITTEN = new Set(['table', 'rich_text', 'section'])

function kindsOf(blocks: unknown): readonly string[] {
  const list: unknown = typeof blocks === 'string' ? JSON.parse(blocks) : blocks
  if (!Array.isArray(list)) return []
  return list.map((block: unknown) =>
    typeof block === 'object' && block !== null && 'type' in block ? String(block.type) : '',
  )
}

/** Slack's names for a message or a form that is wrong in itself. */
const REFUSALS =
  /"(?:invalid_blocks|invalid_blocks_format|msg_blocks_too_long|msg_too_long|no_text|invalid_arguments|view_too_large|invalid_attachments)"/

const CHANNELS = ['#capacity', '#platform', '#prod-blue', 'D0ADA', 'D0AMELIE', 'D0OLIVER']

/** Everything that the bot has said in a workspace is good, and none of it was refused as wrong. */
export function expectSound(workspace: Workspace): void {
  const said = CHANNELS.flatMap((channel) => workspace.messages(channel)).filter(
    ({ userId }) => userId === 'U0EKSIP',
  )
  const faults = said.flatMap(({ ts, text, blocks }) =>
    faultsOf({ text, blocks }).map((fault) => `${ts} ${text}: ${fault}`),
  )
  const refused = workspace
    .traffic()
    .filter(({ direction, answer }) => direction === 'from the bot' && REFUSALS.test(answer ?? ''))
    .map(({ name, answer }) => `${name}: ${answer}`)
  expect([...faults, ...refused]).toEqual([])
}

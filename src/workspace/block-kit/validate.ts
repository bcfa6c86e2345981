import { isObject, type JsonObject } from '../json.ts'
import { check, countCharacters, type BlockProblem } from './check.ts'
import { list, typed } from './rule.ts'
import { messageLimits, mostBlocks, surfaceBlocks, type Surface } from './table.ts'

export type { BlockProblem }

/**
 * Every fault that Slack would find in the blocks of a message, a modal or a Home: shapes and
 * lengths first, and if those are right, what concerns all of them together. JSON pointers start
 * at `pointer`.
 */
export function validateBlocks(
  blocks: unknown,
  surface: Surface = 'message',
  pointer = '/blocks',
): readonly BlockProblem[] {
  const rule = list(typed('block', ...surfaceBlocks[surface]), 0, mostBlocks[surface])
  const faults = check(rule, blocks, pointer)
  if (faults.length > 0 || !Array.isArray(blocks)) return faults
  const sound: readonly JsonObject[] = blocks
  return [
    ...checkBlockIds(sound, pointer),
    ...sound.flatMap((block, index) => checkActionIds(block, `${pointer}/${index}`)),
    ...sound.flatMap((block, index) => checkRows(block, `${pointer}/${index}`)),
    ...checkTotals(sound, pointer),
  ]
}

/** Whether the text of all blocks is over what one message carries (`msg_blocks_too_long`). */
export function isTooLong(blocks: readonly unknown[]): boolean {
  return countShown(blocks) > messageLimits.allBlockCharacters
}

function checkBlockIds(blocks: readonly JsonObject[], pointer: string): readonly BlockProblem[] {
  const ids = blocks.map((block) => block['block_id'])
  return repeated(ids).map((index) => ({
    pointer: `${pointer}/${index}/block_id`,
    message: `block_id already exists: ${String(ids[index])}`,
  }))
}

function checkActionIds(block: JsonObject, pointer: string): readonly BlockProblem[] {
  const elements: readonly JsonObject[] = Array.isArray(block['elements']) ? block['elements'] : []
  const ids = elements.map((element) => element['action_id'])
  return repeated(ids).map((index) => ({
    pointer: `${pointer}/elements/${index}/action_id`,
    message: `action_id already exists: ${String(ids[index])}`,
  }))
}

function checkRows(block: JsonObject, pointer: string): readonly BlockProblem[] {
  if (block['type'] !== 'data_table' || !Array.isArray(block['rows'])) return []
  const rows: readonly (readonly JsonObject[])[] = block['rows']
  const columns = rows[0]?.length
  const uneven = rows.flatMap((row, index) =>
    row.length === columns
      ? []
      : [{ pointer: `${pointer}/rows/${index}`, message: 'rows must have the same length' }],
  )
  const richHeaders = (rows[0] ?? []).flatMap((cell, index) =>
    cell['type'] === 'rich_text'
      ? [{ pointer: `${pointer}/rows/0/${index}/type`, message: 'unsupported type: rich_text' }]
      : [],
  )
  return [...uneven, ...richHeaders]
}

function checkTotals(blocks: readonly JsonObject[], pointer: string): readonly BlockProblem[] {
  const ofType = (...types: readonly string[]) =>
    blocks.filter((block) => types.some((type) => type === block['type']))
  const { markdownCharacters, tableCharacters, charts } = messageLimits
  const over = [
    countShown(ofType('markdown')) > markdownCharacters
      ? `markdown blocks must be less than ${markdownCharacters + 1} characters together`
      : undefined,
    countShown(ofType('table', 'data_table')) > tableCharacters
      ? `tables must be less than ${tableCharacters + 1} characters together`
      : undefined,
    ofType('data_visualization').length > charts
      ? `no more than ${charts} data_visualization blocks allowed`
      : undefined,
  ]
  return over.flatMap((message) => (message === undefined ? [] : [{ pointer, message }]))
}

/** The characters that people read: every `text`, `caption`, `label`, `name` and the like. */
function countShown(value: unknown): number {
  if (Array.isArray(value)) return sum(value.map(countShown))
  if (!isObject(value)) return 0
  return sum(
    Object.entries(value).map(([name, inside]) =>
      typeof inside === 'string'
        ? shownFields.includes(name)
          ? countCharacters(inside)
          : 0
        : countShown(inside),
    ),
  )
}

const shownFields: readonly string[] = ['text', 'caption', 'title', 'label', 'name', 'alt_text']

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

function repeated(ids: readonly unknown[]): readonly number[] {
  return ids.flatMap((id, index) => (id !== undefined && ids.indexOf(id) < index ? [index] : []))
}

import type { Block } from '@slack/types'

import { failure, success, type Result } from '../../result.ts'
import { isObject, parseJson, type JsonObject } from '../json.ts'
import type { MessageBody } from '../state/model.ts'
import { countCharacters } from './check.ts'
import { fillIds } from './fill-ids.ts'
import { messageLimits } from './table.ts'
import { isTooLong, validateBlocks } from './validate.ts'

/** Why a message's text and blocks are refused: Slack's code, and the faults one by one. */
export type BodyProblem = { readonly error: string; readonly details: readonly string[] }

/** Reads `text` and `blocks` as an app sends them; blocks may be JSON in a string. */
export function readBody(fields: JsonObject): Result<MessageBody, BodyProblem> {
  const text = typeof fields['text'] === 'string' ? fields['text'] : ''
  if (countCharacters(text) > messageLimits.textCharacters) return refuse('msg_too_long')
  const blocks = parseBlocks(fields['blocks'])
  if (blocks === undefined) return refuse('invalid_blocks_format')
  if (text === '' && blocks.length === 0) return refuse('no_text')
  const faults = validateBlocks(blocks)
  if (faults.length > 0) {
    const details = faults.map(({ pointer, message }) => `${message} [json-pointer:${pointer}]`)
    return refuse('invalid_blocks', details)
  }
  if (isTooLong(blocks)) return refuse('msg_blocks_too_long')
  return success({ text, blocks: fillIds(blocks.filter(isBlock)) })
}

function refuse(error: string, details: readonly string[] = []) {
  return failure([{ error, details }])
}

function parseBlocks(blocks: unknown): readonly unknown[] | undefined {
  if (blocks === undefined || blocks === '') return []
  const value = typeof blocks === 'string' ? parseJson(blocks) : blocks
  return Array.isArray(value) ? value : undefined
}

/** Whether a value looks like a block, whatever its type. */
export function isBlock(value: unknown): value is Block {
  return isObject(value) && typeof value['type'] === 'string'
}

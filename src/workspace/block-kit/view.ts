import type { PlainTextElement } from '@slack/types'

import { failure, success, type Result } from '../../result.ts'
import { isObject, parseJson, type JsonObject } from '../json.ts'
import type { AppView } from '../state/model.ts'
import { isBlock } from './body.ts'
import { check, type BlockProblem } from './check.ts'
import { fillIds } from './fill-ids.ts'
import { boolean, choice, list, object, optional, plainText, string } from './rule.ts'
import { validateBlocks } from './validate.ts'

/** What an app says about a view; the workspace adds the ids. */
export type ViewBody = Omit<AppView, 'id' | 'hash' | 'rootViewId' | 'previousViewId'>

const anyBlocks = list(object({}), 0)
const common = {
  callback_id: optional(string(255, 0)),
  private_metadata: optional(string(3000, 0)),
  external_id: optional(string(255, 0)),
}
const frame = {
  title: plainText(24),
  submit: optional(plainText(24)),
  close: optional(plainText(24)),
  clear_on_close: optional(boolean),
  notify_on_close: optional(boolean),
  submit_disabled: optional(boolean),
}

/**
 * Reads a view as an app sends it: an object, or JSON in a string.
 * https://docs.slack.dev/reference/views
 */
export function readView(value: unknown): Result<ViewBody, BlockProblem> {
  const view = typeof value === 'string' ? parseJson(value) : value
  if (!isObject(view)) return failure([{ pointer: '/view', message: 'must provide an object' }])
  const { blocks, ...rest } = view
  const isModal = view['type'] === 'modal'
  const type = choice('modal', 'home')
  const shape = isModal ? { type, ...common, ...frame } : { type, ...common }
  const faults = [
    ...check(object(shape), rest, '/view'),
    ...(Array.isArray(blocks)
      ? validateBlocks(blocks, isModal ? 'modal' : 'home', '/view/blocks')
      : check(anyBlocks, blocks, '/view/blocks')),
    ...(isModal ? checkSubmit(view) : []),
  ]
  return faults.length > 0 ? failure(faults) : success(viewBody(view))
}

/** A modal with inputs must have a button that sends them. */
function checkSubmit({ blocks, submit }: JsonObject): readonly BlockProblem[] {
  const hasInput =
    Array.isArray(blocks) && blocks.some((block) => isObject(block) && block['type'] === 'input')
  if (!hasInput || submit !== undefined) return []
  return [{ pointer: '/view', message: 'missing required field: submit' }]
}

function viewBody(view: JsonObject): ViewBody {
  const text = (name: string) => (typeof view[name] === 'string' ? view[name] : '')
  const blocks = Array.isArray(view['blocks']) ? view['blocks'] : []
  return {
    type: view['type'] === 'modal' ? 'modal' : 'home',
    blocks: fillIds(blocks.filter(isBlock)),
    callbackId: text('callback_id'),
    privateMetadata: text('private_metadata'),
    externalId: text('external_id'),
    title: plainTextOf(view['title']),
    submit: plainTextOf(view['submit']),
    close: plainTextOf(view['close']),
    clearOnClose: view['clear_on_close'] === true,
    notifyOnClose: view['notify_on_close'] === true,
  }
}

function plainTextOf(value: unknown): PlainTextElement | undefined {
  if (!isObject(value) || typeof value['text'] !== 'string') return undefined
  const emoji = typeof value['emoji'] === 'boolean' ? { emoji: value['emoji'] } : {}
  return { type: 'plain_text', text: value['text'], ...emoji }
}

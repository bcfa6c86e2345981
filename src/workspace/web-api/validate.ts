import type { BlockProblem } from '../block-kit/check.ts'
import { validateBlocks } from '../block-kit/validate.ts'
import { readView } from '../block-kit/view.ts'
import { isObject, parseJson } from '../json.ts'
import { refuse, type ApiMethod } from './answer.ts'

/** https://docs.slack.dev/reference/methods/blocks.validate */
export const validate: ApiMethod = (_core, args) => {
  const [blocks, message, view] = ['blocks', 'message', 'view'].map((name) => {
    const value = args[name]
    return typeof value === 'string' ? parseJson(value) : value
  })
  if (blocks !== undefined) return verdict(validateBlocks(blocks))
  if (isObject(message)) {
    return verdict(validateBlocks(message['blocks'], 'message', '/message/blocks'))
  }
  if (view === undefined) return refuse('invalid_arguments')
  const read = readView(view)
  return verdict(read.ok ? [] : read.problems)
}

function verdict(errors: readonly BlockProblem[]) {
  if (errors.length === 0) return { ok: true } as const
  const messages = errors.map(
    ({ pointer, message }) => `[ERROR] ${message} [json-pointer:${pointer}]`,
  )
  return { ok: false, error: 'invalid_blocks', errors, response_metadata: { messages } } as const
}

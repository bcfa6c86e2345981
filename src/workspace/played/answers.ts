import type { AnyBlock } from '@slack/types'

import { findPlaced, placedElements } from '../elements/placed.ts'
import type { ElementValue, FormValues } from '../http/page-contract.ts'
import { NotHere } from '../not-here.ts'

/** What is filled into a form, by action_id, block_id or label of each input. */
export type Answers = Readonly<Record<string, ElementValue>>

/**
 * The values of a form. For external menus `ask` is called first, so that the app has suggested
 * what is chosen. Throws when there is no such input.
 */
export async function readAnswers(
  blocks: readonly AnyBlock[],
  answers: Answers,
  ask: (element: string, typed: string) => Promise<void>,
): Promise<FormValues> {
  const form: Record<string, Record<string, ElementValue>> = {}
  for (const [name, value] of Object.entries(answers)) {
    const placed =
      findPlaced(blocks, { element: name }) ??
      placedElements(blocks).find(({ blockId }) => blockId === name)
    if (placed === undefined) throw new NotHere(`no input ${name}`)
    const { blockId, actionId, element } = placed
    const wanted = Array.isArray(value) ? value : [value]
    if (element.type.endsWith('external_select')) {
      for (const each of wanted) if (typeof each === 'string') await ask(actionId, each)
    }
    form[blockId] = { ...form[blockId], [actionId]: value }
  }
  return form
}

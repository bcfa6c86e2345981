import type { ActionsBlockElement, PlainTextOption } from '@slack/types'

import type { Message } from '../state/model.ts'

/** One entry of a payload's `actions`: what was used, and what it says. */
export type Action = {
  readonly type: string
  readonly action_id: string
  readonly block_id: string
} & Readonly<Record<string, unknown>>

/** What a user points at: an action_id or the words on it; for a menu, also the option chosen. */
export type Target = {
  readonly element: string
  readonly blockId?: string | undefined
  readonly option?: string | undefined
}

type Placed = { readonly blockId: string; readonly element: ActionsBlockElement }

/** The action of a button, an overflow menu or a static select, or undefined if there is none. */
export function findAction(message: Message, target: Target): Action | undefined {
  const placed = placedElements(message).find((each) => isMeant(each, target))
  return placed === undefined ? undefined : actionOf(placed, target)
}

function placedElements(message: Message): readonly Placed[] {
  return message.blocks.flatMap((block) => {
    const blockId = block.block_id ?? ''
    if (block.type === 'actions' && 'elements' in block) {
      return block.elements.map((element) => ({ blockId, element }))
    }
    const accessory = block.type === 'section' && 'accessory' in block ? block.accessory : undefined
    if (accessory === undefined || accessory.type === 'image') return []
    return [{ blockId, element: accessory }]
  })
}

function isMeant({ blockId, element }: Placed, target: Target): boolean {
  if (target.blockId !== undefined && target.blockId !== blockId) return false
  return element.action_id === target.element || wordsOf(element) === target.element
}

function wordsOf(element: ActionsBlockElement): string | undefined {
  return element.type === 'button' ? element.text.text : undefined
}

function actionOf({ blockId, element }: Placed, target: Target): Action | undefined {
  const base = { type: element.type, action_id: element.action_id ?? '', block_id: blockId }
  if (element.type === 'button') {
    const { text, value, style } = element
    return { ...base, text, ...(value && { value }), ...(style && { style }) }
  }
  if (element.type === 'overflow') return withOption(base, element.options, target)
  if (element.type !== 'static_select') return undefined
  const { placeholder, options, option_groups: groups } = element
  const all = options ?? groups?.flatMap((group) => group.options) ?? []
  return withOption({ ...base, ...(placeholder && { placeholder }) }, all, target)
}

function withOption(
  base: Action,
  options: readonly PlainTextOption[],
  target: Target,
): Action | undefined {
  const option = options.find(
    ({ text, value }) => text.text === target.option || value === target.option,
  )
  return option && { ...base, selected_option: option }
}

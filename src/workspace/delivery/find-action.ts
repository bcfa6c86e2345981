import type { ActionsBlockElement, KnownBlock, PlainTextOption } from '@slack/types'

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
  // The blocks were validated when the message was posted; types beyond these have no elements.
  return (message.blocks as readonly KnownBlock[]).flatMap((block) => {
    const blockId = block.block_id ?? ''
    if (block.type === 'actions') return block.elements.map((element) => ({ blockId, element }))
    const accessory = block.type === 'section' ? block.accessory : undefined
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
  switch (element.type) {
    case 'button': {
      const value = element.value === undefined ? {} : { value: element.value }
      const style = element.style === undefined ? {} : { style: element.style }
      return { ...base, text: element.text, ...value, ...style }
    }
    case 'overflow':
      return withOption(base, element.options, target)
    case 'static_select': {
      const grouped = element.option_groups?.flatMap((group) => group.options)
      const { placeholder } = element
      const found = withOption(base, element.options ?? grouped ?? [], target)
      return found && placeholder ? { ...found, placeholder } : found
    }
    default:
      return undefined
  }
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

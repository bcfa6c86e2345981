import type { AnyBlock } from '@slack/types'

import type { ElementValue, FormValues } from '../http/page-contract.ts'
import { asDrawnBlock } from './known-block.ts'
import type { AnyElement } from './known-block.ts'

/** What every input of some blocks holds: what the user chose or, untouched, its first value. */
export function valuesOf(
  blocks: readonly AnyBlock[],
  chosen: FormValues,
  channelId: string,
): FormValues {
  const values: Record<string, Record<string, ElementValue>> = {}
  for (const { blockId, element } of placedElements(blocks)) {
    const actionId = element.action_id ?? ''
    const first = initialValue(element, channelId)
    if (first === undefined) continue
    const value = chosen[blockId]?.[actionId]
    values[blockId] = { ...values[blockId], [actionId]: value === undefined ? first : value }
  }
  return values
}

/** The chosen values with one more. */
export function withValue(
  chosen: FormValues,
  blockId: string,
  actionId: string,
  value: ElementValue,
): FormValues {
  return { ...chosen, [blockId]: { ...chosen[blockId], [actionId]: value } }
}

/** What an element holds before anybody touches it; undefined for those that hold nothing. */
export function initialValue(element: AnyElement, channelId: string): ElementValue | undefined {
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return element.initial_value ?? null
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return optionValue(element.initial_option)
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return (element.initial_options ?? []).map((option) => optionValue(option) ?? '')
    case 'users_select':
      return element.initial_user ?? null
    case 'multi_users_select':
      return element.initial_users ?? []
    case 'channels_select':
      return element.initial_channel ?? null
    case 'multi_channels_select':
      return element.initial_channels ?? []
    case 'conversations_select':
      return (
        (element.default_to_current_conversation ? channelId : element.initial_conversation) ?? null
      )
    case 'multi_conversations_select':
      return element.default_to_current_conversation
        ? [channelId]
        : (element.initial_conversations ?? [])
    case 'datepicker':
      return element.initial_date ?? null
    case 'timepicker':
      return element.initial_time ?? null
    case 'datetimepicker':
      return element.initial_date_time ?? null
    case 'rich_text_input':
      return element.initial_value ?? null
    case 'file_input':
      return []
    case 'button':
    case 'workflow_button':
    case 'overflow':
      return undefined
  }
}

function optionValue(option: { readonly value?: string } | undefined): string | null {
  return option?.value ?? null
}

type Placed = { readonly blockId: string; readonly element: AnyElement }

function placedElements(blocks: readonly AnyBlock[]): readonly Placed[] {
  return blocks.flatMap((unknownBlock): readonly Placed[] => {
    const block = asDrawnBlock(unknownBlock)
    const blockId = unknownBlock.block_id ?? ''
    if (block?.type === 'input') return [{ blockId, element: block.element }]
    if (block?.type === 'actions') return block.elements.map((element) => ({ blockId, element }))
    if (block?.type !== 'section' || block.accessory === undefined) return []
    return block.accessory.type === 'image' ? [] : [{ blockId, element: block.accessory }]
  })
}

import type { AnyBlock } from '@slack/types'

/** Blocks with the ids that Slack makes up where an app leaves them out. */
export function fillIds(blocks: readonly AnyBlock[]): readonly AnyBlock[] {
  return blocks.map((block, index) => fillBlock(block, `block-${index + 1}`))
}

function fillBlock(block: AnyBlock, madeUpId: string): AnyBlock {
  const blockId = block.block_id ?? madeUpId
  if (block.type === 'actions' && 'elements' in block) {
    const elements = block.elements.map((element, index) => fillElement(element, index))
    return { ...block, block_id: blockId, elements }
  }
  if (block.type === 'section' && 'accessory' in block && block.accessory !== undefined) {
    return { ...block, block_id: blockId, accessory: fillElement(block.accessory, 0) }
  }
  if (block.type === 'input' && 'element' in block) {
    return { ...block, block_id: blockId, element: fillElement(block.element, 0) }
  }
  return { ...block, block_id: blockId }
}

function fillElement<Element extends { type: string }>(element: Element, index: number): Element {
  if (element.type === 'image') return element
  return { action_id: `action-${index + 1}`, ...element }
}

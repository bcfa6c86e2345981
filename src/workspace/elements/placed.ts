import type {
  ActionsBlockElement,
  AnyBlock,
  ImageElement,
  InputBlockElement,
  SectionBlockAccessory,
} from '@slack/types'

/** Anything that a user can click, choose in or type into. */
export type UsableElement =
  | ActionsBlockElement
  | InputBlockElement
  | Exclude<SectionBlockAccessory, ImageElement>

/** An element and where it stands. */
export type Placed = {
  readonly blockId: string
  readonly actionId: string
  readonly element: UsableElement
  /** Set for the element of an input block. */
  readonly input?: { readonly label: string; readonly isOptional: boolean }
  /** Whether using it is told to the app at once. */
  readonly dispatches: boolean
}

/** What a user points at: an action_id, the words on a button or the label of an input. */
export type Target = { readonly element: string; readonly blockId?: string | undefined }

/** Every usable element of some blocks, in their order. */
export function placedElements(blocks: readonly AnyBlock[]): readonly Placed[] {
  return blocks.flatMap((block): readonly Placed[] => {
    const blockId = block.block_id ?? ''
    if (block.type === 'actions' && 'elements' in block) {
      return block.elements.map((element) => place(blockId, element, true))
    }
    if (block.type === 'input' && 'element' in block) {
      const { element, label, optional, dispatch_action: dispatches } = block
      const input = { label: label.text, isOptional: optional === true }
      return [{ ...place(blockId, element, dispatches === true), input }]
    }
    const accessory = block.type === 'section' && 'accessory' in block ? block.accessory : undefined
    if (accessory === undefined || accessory.type === 'image') return []
    return [place(blockId, accessory, true)]
  })
}

function place(blockId: string, element: UsableElement, dispatches: boolean): Placed {
  return { blockId, actionId: element.action_id ?? '', element, dispatches }
}

/** The element that is meant, or undefined if there is none. */
export function findPlaced(blocks: readonly AnyBlock[], target: Target): Placed | undefined {
  return placedElements(blocks).find(
    (placed) =>
      (target.blockId === undefined || target.blockId === placed.blockId) &&
      [placed.actionId, wordsOn(placed)].includes(target.element),
  )
}

function wordsOn({ element, input }: Placed): string | undefined {
  return element.type === 'button' ? element.text.text : input?.label
}

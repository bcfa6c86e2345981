import type {
  ActionsBlockElement,
  AnyBlock,
  Block,
  InputBlockElement,
  KnownBlock,
  SectionBlockAccessory,
} from '@slack/types'

/** A chart: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export type ChartBlock = Block & {
  readonly type: 'data_visualization'
  readonly title: string
  readonly chart: Plot | Pie
}

/** Series over the same categories. */
export type Plot = {
  readonly type: 'bar' | 'line' | 'area'
  readonly series: readonly Series[]
  readonly axis_config: {
    readonly categories: readonly string[]
    readonly x_label?: string
    readonly y_label?: string
  }
}

export type Series = {
  readonly name: string
  readonly data: readonly { readonly label: string; readonly value: number }[]
}

export type Pie = {
  readonly type: 'pie'
  readonly segments: readonly { readonly label: string; readonly value: number }[]
}

export type DrawnBlock = KnownBlock | ChartBlock

/** Everything that a user can use or fill in. */
export type AnyElement =
  | ActionsBlockElement
  | InputBlockElement
  | Exclude<SectionBlockAccessory, { readonly type: 'image' }>

/** The types of blocks that this page draws, each with who draws it: see `block.tsx`. */
const drawn: ReadonlySet<string> = new Set<DrawnBlock['type']>([
  'actions',
  'alert',
  'card',
  'carousel',
  'container',
  'context',
  'context_actions',
  'data_table',
  'data_visualization',
  'divider',
  'file',
  'header',
  'image',
  'input',
  'markdown',
  'plan',
  'rich_text',
  'section',
  'table',
  'task_card',
  'video',
])

/** A block as one of those that the page draws, or undefined when it is of another type. */
export function asDrawnBlock(block: AnyBlock): DrawnBlock | undefined {
  return isDrawn(block) ? block : undefined
}

function isDrawn(block: AnyBlock): block is DrawnBlock {
  return drawn.has(block.type)
}

import {
  actionElements,
  eitherSource,
  elements,
  imageSource,
  inputElements,
  sectionAccessories,
} from './elements.ts'
import { richInlines, richParts } from './rich-text.ts'
import {
  anyText,
  boolean,
  choice,
  list,
  nullable,
  number,
  object,
  optional,
  plainText,
  string,
  typed,
} from './rule.ts'
import type { Family, Shape } from './rule.ts'

// https://docs.slack.dev/reference/block-kit/blocks. Where two of its pages disagree, the smaller
// number stands here.

const blockId = { block_id: optional(string(255)) }
const point = object({ label: string(20), value: number() })
const series = list(object({ name: string(20), data: list(point, 1, 20) }), 1, 6)
const axes = object({
  categories: list(string(20), 1, 20),
  x_label: optional(string(50)),
  y_label: optional(string(50)),
})
const plot: Shape = { fields: { series, axis_config: axes } }

const charts: Readonly<Record<string, Shape>> = {
  bar: plot,
  line: plot,
  area: plot,
  pie: {
    fields: {
      segments: list(object({ label: string(20), value: number(Number.MIN_VALUE) }), 1, 6),
    },
  },
}

const cells: Readonly<Record<string, Shape>> = {
  raw_text: { fields: { text: string() } },
  raw_number: { fields: { value: number(), text: string() } },
  rich_text: { fields: { elements: list(typed('richPart', ...Object.keys(richParts)), 1) } },
}
const row = list(typed('cell', ...Object.keys(cells)), 1, 20)

const blocks: Readonly<Record<string, Shape>> = {
  section: {
    fields: {
      ...blockId,
      text: optional(anyText(3000)),
      fields: optional(list(anyText(2000), 1, 10)),
      accessory: optional(typed('element', ...sectionAccessories)),
      expand: optional(boolean),
    },
    needsOneOf: { names: ['text', 'fields'], atMost: 2 },
  },
  header: { fields: { ...blockId, text: plainText(150), level: optional(choice(1, 2, 3, 4)) } },
  divider: { fields: blockId },
  context: {
    fields: {
      ...blockId,
      elements: list(
        {
          kind: 'typed',
          family: 'element',
          among: ['image', 'plain_text', 'mrkdwn'],
          maxText: 3000,
        },
        1,
        10,
      ),
    },
  },
  actions: {
    fields: { ...blockId, elements: list(typed('element', ...actionElements), 1, 25) },
  },
  image: {
    fields: {
      ...blockId,
      alt_text: string(2000),
      title: optional(plainText(2000)),
      ...imageSource,
    },
    needsOneOf: eitherSource,
  },
  input: {
    fields: {
      ...blockId,
      label: plainText(2000),
      hint: optional(plainText(2000)),
      optional: optional(boolean),
      dispatch_action: optional(boolean),
      element: typed('element', ...inputElements),
    },
  },
  alert: {
    fields: {
      ...blockId,
      text: anyText(200),
      level: optional(choice('default', 'info', 'warning', 'error', 'success')),
    },
  },
  markdown: { fields: { ...blockId, text: string(12_000) } },
  rich_text: {
    fields: { ...blockId, elements: list(typed('richPart', ...Object.keys(richParts)), 1) },
  },
  table: {
    fields: {
      ...blockId,
      rows: list(row, 1, 100),
      column_settings: optional(
        list(
          nullable(
            object({
              align: optional(choice('left', 'center', 'right')),
              is_wrapped: optional(boolean),
            }),
          ),
          1,
          20,
        ),
      ),
    },
  },
  data_table: {
    fields: {
      ...blockId,
      caption: string(),
      rows: list(row, 2, 101),
      page_size: optional(number(1, 100)),
      row_header_column_index: optional(number(0, 19)),
    },
  },
  data_visualization: {
    fields: { ...blockId, title: string(50), chart: typed('chart', ...Object.keys(charts)) },
  },
}

const texts: Readonly<Record<string, Shape>> = {
  plain_text: { fields: { text: string(3000), emoji: optional(boolean) } },
  mrkdwn: { fields: { text: string(3000), verbatim: optional(boolean) } },
}

/** The table of everything that a message's blocks may hold, by family and `type`. */
export const shapes: Readonly<Record<Family, Readonly<Record<string, Shape>>>> = {
  block: blocks,
  element: { ...elements, ...texts },
  text: texts,
  cell: cells,
  richPart: richParts,
  richInline: richInlines,
  chart: charts,
}

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home'

const everywhere = ['section', 'header', 'divider', 'context', 'actions', 'image', 'input']

/** The block types that each surface takes, of those known here. */
export const surfaceBlocks: Readonly<Record<Surface, readonly string[]>> = {
  message: [...everywhere, 'rich_text', 'table', 'data_table', 'markdown', 'data_visualization'],
  modal: [...everywhere, 'rich_text', 'table', 'alert'],
  home: [...everywhere, 'rich_text', 'table', 'data_table'],
}

/** How many blocks each surface takes. */
export const mostBlocks: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 }

/** Limits of the message as a whole. The last is measured, not documented: bolt-js issue 2509. */
export const messageLimits = {
  textCharacters: 40_000,
  markdownCharacters: 12_000,
  tableCharacters: 10_000,
  charts: 2,
  allBlockCharacters: 13_200,
} as const

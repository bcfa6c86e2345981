import { describe, expect, test } from 'vitest'

import { readBody } from '../../../src/workspace/block-kit/body.ts'
import { shapes } from '../../../src/workspace/block-kit/table.ts'
import { validateBlocks } from '../../../src/workspace/block-kit/validate.ts'

type Block = Readonly<Record<string, unknown>>

const x = (length: number) => 'x'.repeat(length)
const many = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index))

const plain = (length: number) => ({ type: 'plain_text', text: x(length) })
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: x(length) })
const section = (fields: Block = {}) => ({ type: 'section', text: mrkdwn(1), ...fields })
const button = (fields: Block = {}) => ({ type: 'button', text: plain(1), ...fields })
const actions = (...elements: readonly unknown[]) => ({ type: 'actions', elements })
const option = (index: number) => ({ text: plain(1), value: String(index) })
const overflow = (count: number) => ({ type: 'overflow', options: many(count, option) })
const select = (fields: Block) => actions({ type: 'static_select', ...fields })
const confirm = (fields: Block) => ({
  title: plain(1),
  text: plain(1),
  confirm: plain(1),
  deny: plain(1),
  ...fields,
})
const cell = (text: string) => ({ type: 'raw_text', text })
const table = (rows: number, columns: number, text = 'x') => ({
  type: 'table',
  rows: many(rows, () => many(columns, () => cell(text))),
})
const image = (fields: Block) => ({
  type: 'image',
  alt_text: 'x',
  image_url: 'https://x.test/a.png',
  ...fields,
})
const input = (fields: Block) => ({
  type: 'input',
  label: plain(1),
  element: { type: 'plain_text_input' },
  ...fields,
})
const link = (length: number) => `https://${x(length - 'https://'.length)}`
const points = (count: number, label = 'x') => many(count, () => ({ label, value: 1 }))
const bars = (series: number, count: number, title = 'x') => ({
  type: 'data_visualization',
  title,
  chart: {
    type: 'bar',
    series: many(series, (index) => ({ name: `s${index}`, data: points(count) })),
    axis_config: { categories: many(count, String) },
  },
})
const pie = (count: number, label = 'x') => ({
  type: 'data_visualization',
  title: 'x',
  chart: { type: 'pie', segments: points(count, label) },
})

const less = (limit: number) => `must be less than ${limit + 1} characters`
const atMost = (limit: number) => `no more than ${limit} items allowed`

/** What is made `size` long or many, its limit, and where and how one more is refused. */
type LimitRow = readonly [
  name: string,
  limit: number,
  make: (size: number) => Block,
  pointer: string,
  message: (limit: number) => string,
]

const limits: readonly LimitRow[] = [
  ['section text', 3000, (n) => section({ text: mrkdwn(n) }), '/text/text', less],
  ['section fields', 10, (n) => section({ fields: many(n, () => plain(1)) }), '/fields', atMost],
  ['a field', 2000, (n) => section({ fields: [mrkdwn(n)] }), '/fields/0/text', less],
  ['header', 150, (n) => ({ type: 'header', text: plain(n) }), '/text/text', less],
  ['block_id', 255, (n) => ({ type: 'divider', block_id: x(n) }), '/block_id', less],
  [
    'context',
    10,
    (n) => ({ type: 'context', elements: many(n, () => mrkdwn(1)) }),
    '/elements',
    atMost,
  ],
  ['actions', 25, (n) => actions(...many(n, () => button())), '/elements', atMost],
  ['button text', 75, (n) => actions(button({ text: plain(n) })), '/elements/0/text/text', less],
  ['button value', 2000, (n) => actions(button({ value: x(n) })), '/elements/0/value', less],
  ['button url', 3000, (n) => actions(button({ url: link(n) })), '/elements/0/url', less],
  ['action_id', 255, (n) => actions(button({ action_id: x(n) })), '/elements/0/action_id', less],
  [
    'accessibility_label',
    75,
    (n) => actions(button({ accessibility_label: x(n) })),
    '/elements/0/accessibility_label',
    less,
  ],
  ['overflow', 5, (n) => actions(overflow(n)), '/elements/0/options', atMost],
  ['select', 100, (n) => select({ options: many(n, option) }), '/elements/0/options', atMost],
  [
    'option text',
    75,
    (n) => select({ options: [{ text: plain(n), value: '1' }] }),
    '/elements/0/options/0/text/text',
    less,
  ],
  [
    'option value',
    75,
    (n) => select({ options: [{ text: plain(1), value: x(n) }] }),
    '/elements/0/options/0/value',
    less,
  ],
  [
    'placeholder',
    150,
    (n) => select({ options: [option(1)], placeholder: plain(n) }),
    '/elements/0/placeholder/text',
    less,
  ],
  [
    'radio buttons',
    10,
    (n) => actions({ type: 'radio_buttons', options: many(n, option) }),
    '/elements/0/options',
    atMost,
  ],
  [
    'confirm title',
    100,
    (n) => actions(button({ confirm: confirm({ title: plain(n) }) })),
    '/elements/0/confirm/title/text',
    less,
  ],
  [
    'confirm text',
    300,
    (n) => actions(button({ confirm: confirm({ text: mrkdwn(n) }) })),
    '/elements/0/confirm/text/text',
    less,
  ],
  [
    'confirm button',
    30,
    (n) => actions(button({ confirm: confirm({ deny: plain(n) }) })),
    '/elements/0/confirm/deny/text',
    less,
  ],
  ['image alt_text', 2000, (n) => image({ alt_text: x(n) }), '/alt_text', less],
  ['image title', 2000, (n) => image({ title: plain(n) }), '/title/text', less],
  ['image_url', 3000, (n) => image({ image_url: link(n) }), '/image_url', less],
  ['input label', 2000, (n) => input({ label: plain(n) }), '/label/text', less],
  ['input hint', 2000, (n) => input({ hint: plain(n) }), '/hint/text', less],
  ['markdown', 12_000, (n) => ({ type: 'markdown', text: x(n) }), '/text', less],
  ['table rows', 100, (n) => table(n, 1), '/rows', atMost],
  ['table columns', 20, (n) => table(1, n), '/rows/0', atMost],
  [
    'column settings',
    20,
    (n) => ({ ...table(1, 1), column_settings: many(n, () => null) }),
    '/column_settings',
    atMost,
  ],
  [
    'data_table rows and a header',
    101,
    (n) => ({ ...table(n, 1), type: 'data_table', caption: 'x' }),
    '/rows',
    atMost,
  ],
  ['chart title', 50, (n) => bars(1, 1, x(n)), '/title', less],
  ['chart series', 6, (n) => bars(n, 1), '/chart/series', atMost],
  ['pie segments', 6, (n) => pie(n), '/chart/segments', atMost],
  ['chart label', 20, (n) => pie(1, x(n)), '/chart/segments/0/label', less],
]

describe('limits of one block', () => {
  test.each(limits)('%s: %i and no more', (_name, limit, make, pointer, message) => {
    expect(validateBlocks([make(limit)])).toEqual([])
    expect(validateBlocks([make(limit + 1)])).toEqual([
      { pointer: `/blocks/0${pointer}`, message: message(limit) },
    ])
  })

  test('an emoji counts as one character', () => {
    const header = { type: 'header', text: { type: 'plain_text', text: '✅😀'.repeat(75) } }
    expect(validateBlocks([header])).toEqual([])
  })
})

describe('what a block must be', () => {
  test.each<[string, unknown, string, string]>([
    ['no object', 'text', '', 'must provide an object'],
    ['no type', {}, '', 'missing required field: type'],
    ['an unknown type', { type: 'chart' }, '/type', 'unsupported type: chart'],
    ['a block of modals', { type: 'alert', text: plain(1) }, '/type', 'unsupported type: alert'],
    ['a name of the prototype', { type: 'constructor' }, '/type', 'unsupported type: constructor'],
    ['a section of nothing', { type: 'section' }, '', 'must define either `text` or `fields`'],
    ['an empty text', section({ text: mrkdwn(0) }), '/text/text', 'must be more than 0 characters'],
    ['text that is a string', section({ text: 'x' }), '/text', 'must provide an object'],
    ['a header', { type: 'header' }, '', 'missing required field: text'],
    [
      'a header in mrkdwn',
      { type: 'header', text: mrkdwn(1) },
      '/text/type',
      'unsupported type: mrkdwn',
    ],
    ['a misspelt field', section({ txet: 1 }), '', 'invalid additional property: txet'],
    ['no elements', actions(), '/elements', 'no fewer than 1 items allowed'],
    ['an image among actions', actions(image({})), '/elements/0/type', 'unsupported type: image'],
    [
      'a colour that no button has',
      actions(button({ style: 'warning' })),
      '/elements/0/style',
      'must be one of: primary, danger',
    ],
    [
      'a url that is none',
      actions(button({ url: 'not a url' })),
      '/elements/0/url',
      'must be a valid URL',
    ],
    [
      'a menu without options',
      select({}),
      '/elements/0',
      'must define either `options` or `option_groups`',
    ],
    [
      'a menu with two lists',
      select({
        options: [option(1)],
        option_groups: [{ label: plain(1), options: [option(2)] }],
      }),
      '/elements/0',
      'must define only one of `options` and `option_groups`',
    ],
    [
      'two sources of an image',
      image({ slack_file: { id: 'F1' } }),
      '',
      'must define only one of `image_url` and `slack_file`',
    ],
    ['an empty cell', table(1, 1, ''), '/rows/0/0/text', 'must be more than 0 characters'],
    [
      'a number in quotes',
      { type: 'table', rows: [[{ type: 'raw_number', value: '1', text: '1' }]] },
      '/rows/0/0/value',
      'must provide a number',
    ],
    ['a flag in quotes', section({ expand: 'true' }), '/expand', 'must be a boolean'],
    [
      'a slice of nothing',
      { ...pie(1), chart: { type: 'pie', segments: [{ label: 'x', value: 0 }] } },
      '/chart/segments/0/value',
      `must be at least ${Number.MIN_VALUE}`,
    ],
    [
      'a rich text section in preformatted text',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }],
      },
      '/elements/0/elements/0/type',
      'unsupported type: user',
    ],
    [
      'a number of lines past the most',
      input({ element: { type: 'plain_text_input', max_length: 3001 } }),
      '/element/max_length',
      'must be at most 3000',
    ],
  ])('%s', (_name, block, pointer, message) => {
    expect(validateBlocks([block])).toEqual([{ pointer: `/blocks/0${pointer}`, message }])
  })

  test('every fault is found at once', () => {
    const faults = validateBlocks([
      { type: 'header', text: plain(151) },
      actions(button({ text: plain(76), value: 7 })),
    ])
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/blocks/0/text/text',
      '/blocks/1/elements/0/text/text',
      '/blocks/1/elements/0/value',
    ])
  })

  test('every element that a block may hold is in the table', () => {
    for (const { fields } of Object.values(shapes.block)) {
      for (const field of Object.values(fields)) {
        const rule = field.kind === 'list' ? field.of : field
        if (rule.kind !== 'typed') continue
        expect(Object.keys(shapes[rule.family])).toEqual(expect.arrayContaining([...rule.among]))
      }
    }
  })
})

describe('what concerns the whole message', () => {
  const rows = (characters: number) => table(10, 10, x(characters / 100))

  test.each<[string, readonly Block[], readonly Block[], string, string]>([
    [
      'blocks',
      many(50, () => ({ type: 'divider' })),
      many(51, () => ({ type: 'divider' })),
      '/blocks',
      'no more than 50 items allowed',
    ],
    [
      'block ids',
      [section({ block_id: 'a' }), section({ block_id: 'b' })],
      [section({ block_id: 'a' }), section({ block_id: 'a' })],
      '/blocks/1/block_id',
      'block_id already exists: a',
    ],
    [
      'action ids of one block',
      [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
      [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
      '/blocks/0/elements/1/action_id',
      'action_id already exists: a',
    ],
    [
      'text of all tables',
      [rows(5000), rows(5000)],
      [rows(5000), rows(5100)],
      '/blocks',
      'tables must be less than 10001 characters together',
    ],
    [
      'text of all markdown',
      many(2, () => ({ type: 'markdown', text: x(6000) })),
      many(2, () => ({ type: 'markdown', text: x(6001) })),
      '/blocks',
      'markdown blocks must be less than 12001 characters together',
    ],
    [
      'charts',
      [pie(1), pie(1)],
      [pie(1), pie(1), pie(1)],
      '/blocks',
      'no more than 2 data_visualization blocks allowed',
    ],
    [
      'columns of a data_table',
      [{ ...table(2, 2), type: 'data_table', caption: 'x' }],
      [{ type: 'data_table', caption: 'x', rows: [[cell('a'), cell('b')], [cell('a')]] }],
      '/blocks/0/rows/1',
      'rows must have the same length',
    ],
  ])('%s', (_name, right, wrong, pointer, message) => {
    expect(validateBlocks(right)).toEqual([])
    expect(validateBlocks(wrong)).toEqual([{ pointer, message }])
  })
})

describe('a message body', () => {
  const error = (fields: Block) => {
    const body = readBody(fields)
    return body.ok ? 'ok' : body.problems[0]?.error
  }

  test.each<[string, Block, string]>([
    ['text alone', { text: 'x' }, 'ok'],
    ['blocks alone', { blocks: [section()] }, 'ok'],
    ['blocks in a string', { blocks: JSON.stringify([section()]) }, 'ok'],
    ['nothing', {}, 'no_text'],
    ['empty text', { text: '' }, 'no_text'],
    ['no blocks and no text', { blocks: [] }, 'no_text'],
    ['broken JSON', { blocks: '[{' }, 'invalid_blocks_format'],
    ['blocks that are no list', { blocks: { type: 'divider' } }, 'invalid_blocks_format'],
    ['wrong blocks', { blocks: [{ type: 'section' }] }, 'invalid_blocks'],
    ['the longest text', { text: x(40_000) }, 'ok'],
    ['a longer text', { text: x(40_001) }, 'msg_too_long'],
    [
      'blocks of 13,200 characters',
      { blocks: many(6, () => section({ text: mrkdwn(2200) })) },
      'ok',
    ],
    [
      'blocks of more',
      { blocks: many(6, (index) => section({ text: mrkdwn(index === 0 ? 2201 : 2200) })) },
      'msg_blocks_too_long',
    ],
  ])('%s: %3$s', (_name, fields, outcome) => {
    expect(error(fields)).toBe(outcome)
  })

  test('names each fault with its place, as Slack does', () => {
    expect(readBody({ blocks: [section({ text: mrkdwn(3001) })] })).toEqual({
      ok: false,
      problems: [
        {
          error: 'invalid_blocks',
          details: ['must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
        },
      ],
    })
  })

  test('gets the ids that were left out, and keeps the others', () => {
    const body = readBody({
      blocks: [
        section({ block_id: 'mine', accessory: button() }),
        actions(button({ action_id: 'go' }), button()),
      ],
    })
    expect(body.ok && body.value.blocks).toMatchObject([
      { block_id: 'mine', accessory: { action_id: 'action-1' } },
      { block_id: 'block-2', elements: [{ action_id: 'go' }, { action_id: 'action-2' }] },
    ])
  })
})

import type { AnyBlock, KnownBlock, RichTextBlock, RichTextText } from '@slack/types'

/** A text piece of rich text, styled or plain. */
function piece(text: string, style: NonNullable<RichTextText['style']> = {}): RichTextText {
  return { type: 'text', text, style }
}

function plain(text: string) {
  return { type: 'plain_text' as const, text }
}

function option(value: string, label: string) {
  return { text: plain(label), value }
}

function cell(text: string, style: NonNullable<RichTextText['style']> = {}): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [piece(text, style)] }],
  }
}

const figures = [
  [1, 14, 2, 28, 18, 4, 30],
  [1, 13, 2, 28, 17, 2, 30],
] as const

/** Texts in every style that Slack has. */
export const textBlocks: readonly KnownBlock[] = [
  { type: 'header', text: plain('2 × t3.2xlarge · 27 pods :tada: <b>') },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: '*60 addresses reserved* by 4 ENIs · _35 held_ · ~27~ · `WARM_IP_TARGET=2`\nsecond line &lt;script&gt;alert(1)&lt;/script&gt; <@U0AMELIE> in <#C0GENERAL>, <https://docs.aws.amazon.com|the rules> <javascript:alert(1)|not a link>',
    },
    fields: [
      { type: 'mrkdwn', text: '*reserved*\n60' },
      { type: 'mrkdwn', text: '*held*\n35' },
    ],
    accessory: { type: 'button', action_id: 'why', text: plain('Why?') },
  },
  { type: 'divider' },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          piece('bold', { bold: true }),
          piece(' italic', { italic: true }),
          piece(' struck', { strike: true }),
          piece(' code', { code: true }),
          piece(' <i>as typed</i> '),
          { type: 'user', user_id: 'U0ADA' },
          piece(' '),
          { type: 'channel', channel_id: 'C0CAPACITY' },
          piece(' '),
          { type: 'emoji', name: 'rocket' },
          piece(' '),
          { type: 'link', url: 'https://example.com/', text: 'a link' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          { type: 'rich_text_section', elements: [piece('one ENI working')] },
          { type: 'rich_text_section', elements: [piece('one ENI in reserve')] },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [
          { type: 'rich_text_section', elements: [piece('set the target')] },
          { type: 'rich_text_section', elements: [piece('restart the node')] },
        ],
      },
      { type: 'rich_text_quote', elements: [piece('keep one ENI in reserve')] },
      {
        type: 'rich_text_preformatted',
        elements: [
          piece('kubectl -n kube-system set env daemonset aws-node \\\n    WARM_IP_TARGET=2'),
        ],
      },
    ],
  },
  {
    type: 'markdown',
    text: '## Markdown\n\n- one\n- **two**\n\n| node | pods |\n|---|---:|\n| 1 | 14 |\n',
  },
  {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: 'asked by <@U0ADA>' }, plain('prod-blue · CNI 1.19')],
  },
]

/** A table with every kind of cell and alignment. */
export const tableBlock: KnownBlock = {
  type: 'table',
  column_settings: [
    { align: 'left' },
    ...Array.from({ length: 6 }, () => ({ align: 'right' as const })),
    { is_wrapped: true },
  ],
  rows: [
    ['node', 'pods', 'ENIs', 'usable', 'held', 'warm', 'reserved', 'why'].map((text) => ({
      type: 'raw_text' as const,
      text,
    })),
    ...figures.map(([node, ...numbers]) => [
      cell(`${node} node`, { bold: true }),
      ...numbers.map((value) => ({ type: 'raw_number' as const, value, text: String(value) })),
      {
        type: 'raw_text' as const,
        text: 'the warm target keeps two addresses ahead of the pods, on each node <b>',
      },
    ]),
  ],
}

/** A data table of more rows than one page holds. */
export const dataTableBlock: KnownBlock = {
  type: 'data_table',
  caption: 'Instance types that fit',
  page_size: 3,
  rows: [
    ['type', 'ENIs', 'price'].map((text) => ({ type: 'raw_text' as const, text })),
    ...['m5.large', 'c5.large', 't3.large', 'r5.large'].map((type, index) => [
      { type: 'raw_text' as const, text: type },
      { type: 'raw_number' as const, value: 30 - index * 7, text: String(30 - index * 7) },
      { type: 'raw_text' as const, text: `$0.${index}` },
    ]),
  ],
}

/** Series over the number of pods. */
export const chartBlock: AnyBlock & Record<string, unknown> = {
  type: 'data_visualization',
  title: 'Addresses by pods',
  chart: {
    type: 'line',
    axis_config: { categories: ['10', '14', '15', '28'], x_label: 'pods', y_label: 'addresses' },
    series: [
      { name: 'reserved', data: pointsOf([30, 30, 45, 45]) },
      { name: 'held', data: pointsOf([13, 17, 18, 32]) },
    ],
  },
}

/** The same numbers in every other kind of chart. */
export const otherCharts: readonly (AnyBlock & Record<string, unknown>)[] = [
  ...['bar', 'area'].map((type) => ({
    ...chartBlock,
    title: `As ${type}`,
    chart: Object.assign({}, chartBlock['chart'], { type }),
  })),
  {
    ...chartBlock,
    title: 'As parts',
    chart: { type: 'pie', segments: pointsOf([30, 45]).map((part) => ({ ...part })) },
  },
]

function pointsOf(values: readonly number[]) {
  return values.map((value, index) => ({ label: ['10', '14', '15', '28'][index], value }))
}

/** Everything that a message may offer to use. */
export const actionsBlock: KnownBlock = {
  type: 'actions',
  block_id: 'todo',
  elements: [
    { type: 'button', action_id: 'what-if', text: plain('What if…'), style: 'primary' },
    {
      type: 'button',
      action_id: 'delete',
      text: plain('Delete'),
      style: 'danger',
      confirm: {
        title: plain('Delete #42?'),
        text: plain('The thread stays.'),
        confirm: plain('Delete it'),
        deny: plain('Keep it'),
      },
    },
    {
      type: 'static_select',
      action_id: 'type',
      placeholder: plain('Instance type'),
      options: ['m5.large', 't3.2xlarge', 'c5.xlarge'].map((name) => option(name, name)),
    },
    { type: 'users_select', action_id: 'who', placeholder: plain('Ask somebody') },
    {
      type: 'overflow',
      action_id: 'more',
      options: [option('pin', 'Pin'), option('export', 'Export as CSV')],
    },
    { type: 'datepicker', action_id: 'day', initial_date: '2026-11-22' },
  ],
}

/** Blocks that break or are not known. */
export const strangeBlocks: readonly AnyBlock[] = [
  { type: 'hologram', block_id: 'h' },
  // A bot can send anything; the workspace's check would refuse this one.
  { type: 'table', block_id: 'broken', rows: [[null]] } as AnyBlock,
]

/** What somebody might have written into an editor. */
export const writtenBlock: RichTextBlock = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        piece('It fits', { bold: true }),
        { type: 'text', text: ', says ' },
        { type: 'user', user_id: 'U0ADA' },
        { type: 'text', text: ' of\n' },
        piece('prod', { italic: true, code: true }),
      ],
    },
    {
      type: 'rich_text_list',
      style: 'ordered',
      indent: 0,
      elements: [
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] },
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'two' }] },
      ],
    },
    {
      type: 'rich_text_list',
      style: 'bullet',
      indent: 1,
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'of them' }] }],
    },
    { type: 'rich_text_quote', elements: [{ type: 'text', text: 'keep one in reserve' }] },
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'kubectl get nodes' }] },
  ],
}

/** Every input of a form. */
export const inputBlocks: readonly KnownBlock[] = [
  {
    type: 'input',
    block_id: 'pods',
    label: plain('Pods'),
    hint: plain('The total of the node group'),
    element: {
      type: 'number_input',
      action_id: 'pods',
      is_decimal_allowed: false,
      initial_value: '27',
    },
  },
  {
    type: 'input',
    block_id: 'name',
    optional: true,
    label: plain('Cluster'),
    element: { type: 'plain_text_input', action_id: 'name', placeholder: plain('prod-blue') },
  },
  {
    type: 'input',
    block_id: 'note',
    optional: true,
    label: plain('Note'),
    element: { type: 'plain_text_input', action_id: 'note', multiline: true },
  },
  {
    type: 'input',
    block_id: 'type',
    label: plain('Instance type'),
    element: {
      type: 'external_select',
      action_id: 'type',
      min_query_length: 2,
      placeholder: plain('Type to search'),
    },
  },
  {
    type: 'input',
    block_id: 'zones',
    label: plain('Zones'),
    element: {
      type: 'multi_static_select',
      action_id: 'zones',
      placeholder: plain('Choose zones'),
      initial_options: [option('a', 'eu-west-3a')],
      option_groups: [
        { label: plain('Paris'), options: [option('a', 'eu-west-3a'), option('b', 'eu-west-3b')] },
        { label: plain('Dublin'), options: [option('c', 'eu-west-1a')] },
      ],
    },
  },
  {
    type: 'input',
    block_id: 'channel',
    label: plain('Share in'),
    element: {
      type: 'conversations_select',
      action_id: 'channel',
      default_to_current_conversation: true,
    },
  },
  {
    type: 'input',
    block_id: 'mode',
    label: plain('Rule 1'),
    element: {
      type: 'radio_buttons',
      action_id: 'mode',
      initial_option: option('eni', 'A spare ENI'),
      options: [option('eni', 'A spare ENI'), option('ip', 'Warm addresses')],
    },
  },
  {
    type: 'input',
    block_id: 'extras',
    optional: true,
    label: plain('Also'),
    element: {
      type: 'checkboxes',
      action_id: 'extras',
      options: [option('prefix', 'Prefix delegation'), option('custom', 'Custom networking')],
    },
  },
  {
    type: 'input',
    block_id: 'at',
    optional: true,
    label: plain('Time'),
    element: { type: 'timepicker', action_id: 'at', initial_time: '14:30' },
  },
  {
    type: 'input',
    block_id: 'reason',
    optional: true,
    label: plain('Reason'),
    element: {
      type: 'rich_text_input',
      action_id: 'reason',
      placeholder: plain('Why this plan'),
      initial_value: writtenBlock,
    },
  },
  {
    type: 'input',
    block_id: 'plans',
    optional: true,
    label: plain('Plans'),
    element: { type: 'file_input', action_id: 'plans', filetypes: ['csv', 'png'], max_files: 3 },
  },
]

/** All blocks of messages, as one would look at them. */
export const allBlocks: readonly AnyBlock[] = [
  ...textBlocks,
  tableBlock,
  dataTableBlock,
  chartBlock,
  actionsBlock,
  ...strangeBlocks,
]

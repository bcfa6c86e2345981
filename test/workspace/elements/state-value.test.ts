import type { InputBlock, InputBlockElement, RichTextBlock } from '@slack/types'
import { describe, expect, test } from 'vitest'

import { formErrors, formState } from '../../../src/workspace/elements/form-state.ts'
import type { Known } from '../../../src/workspace/elements/state-value.ts'
import type { ElementValue } from '../../../src/workspace/http/page-contract.ts'
import { wordsFor } from '../../../src/workspace/words/words.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const one = { text: plain('One'), value: '1' }
const two = { text: plain('Two'), value: '2' }
const options = [one, two]
const files = ['plan.csv', 'photo.JPEG', 'notes.txt'].map((name, index) => ({
  id: `F${index}`,
  name,
}))
const known: Known = {
  suggestedFor: () => [],
  fileOf: (wanted) => files.find(({ id }) => id === wanted),
}
const rich = (text: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
})

function block(element: InputBlockElement, changes: Partial<InputBlock> = {}): InputBlock {
  const named = { ...element, action_id: 'a' }
  return { type: 'input', block_id: 'b', label: plain('L'), element: named, ...changes }
}

function held(element: InputBlockElement, value?: ElementValue) {
  const form = value === undefined ? {} : { b: { a: value } }
  return formState([block(element)], form, known)['b']?.['a']
}

describe('an element holds', () => {
  test.each<[string, InputBlockElement, ElementValue | undefined, object]>([
    ['nothing', { type: 'plain_text_input' }, undefined, { value: null }],
    ['its first text', { type: 'plain_text_input', initial_value: 'x' }, undefined, { value: 'x' }],
    ['a text', { type: 'plain_text_input', initial_value: 'x' }, 'y', { value: 'y' }],
    ['an emptied text', { type: 'plain_text_input', initial_value: 'x' }, '', { value: null }],
    ['a number', { type: 'number_input', is_decimal_allowed: false }, '4', { value: '4' }],
    ['an address', { type: 'email_text_input' }, 'a@b.c', { value: 'a@b.c' }],
    ['a link', { type: 'url_text_input' }, 'http://x', { value: 'http://x' }],
    ['a choice by value', { type: 'static_select', options }, '2', { selected_option: two }],
    ['a choice by words', { type: 'static_select', options }, 'Two', { selected_option: two }],
    [
      'a choice in a group',
      { type: 'static_select', option_groups: [{ label: plain('G'), options }] },
      '1',
      { selected_option: one },
    ],
    [
      'no choice any more',
      { type: 'static_select', options, initial_option: one },
      null,
      { selected_option: null },
    ],
    ['a radio button', { type: 'radio_buttons', options }, '1', { selected_option: one }],
    ['checkboxes', { type: 'checkboxes', options }, ['1', '2'], { selected_options: [one, two] }],
    ['no checkbox', { type: 'checkboxes', options }, undefined, { selected_options: [] }],
    [
      'many choices',
      { type: 'multi_static_select', options, initial_options: [one] },
      undefined,
      { selected_options: [one] },
    ],
    [
      'its first suggestion',
      { type: 'external_select', initial_option: one },
      undefined,
      { selected_option: one },
    ],
    ['a user', { type: 'users_select' }, 'U1', { selected_user: 'U1' }],
    ['users', { type: 'multi_users_select' }, ['U1'], { selected_users: ['U1'] }],
    ['a channel', { type: 'channels_select' }, 'C1', { selected_channel: 'C1' }],
    ['channels', { type: 'multi_channels_select' }, ['C1'], { selected_channels: ['C1'] }],
    [
      'a conversation',
      { type: 'conversations_select', initial_conversation: 'C1' },
      undefined,
      { selected_conversation: 'C1' },
    ],
    [
      'conversations',
      { type: 'multi_conversations_select' },
      undefined,
      { selected_conversations: [] },
    ],
    ['a date', { type: 'datepicker' }, '2026-11-22', { selected_date: '2026-11-22' }],
    [
      'a time',
      { type: 'timepicker', initial_time: '14:30' },
      undefined,
      { selected_time: '14:30' },
    ],
    ['a moment', { type: 'datetimepicker' }, 1_700_000_000, { selected_date_time: 1_700_000_000 }],
    ['no files', { type: 'file_input' }, undefined, { files: [] }],
    ['files', { type: 'file_input' }, ['F1', 'F0', 'F1'], { files: [files[1], files[0]] }],
    ['plain text', { type: 'rich_text_input' }, 'hello', { rich_text_value: rich('hello') }],
    ['rich text', { type: 'rich_text_input' }, rich('hi'), { rich_text_value: rich('hi') }],
    [
      'its first rich text',
      { type: 'rich_text_input', initial_value: rich('first') },
      undefined,
      { rich_text_value: rich('first') },
    ],
    ['emptied rich text', { type: 'rich_text_input' }, rich(' '), { rich_text_value: null }],
  ])('%s', (_name, element, value, state) => {
    expect(held(element, value)).toEqual({ type: element.type, ...state })
  })

  test('no option that it does not have', () => {
    expect(() => held({ type: 'static_select', options }, '3')).toThrow('no option 3')
  })

  test('no file that is not there, and no rich text of another kind', () => {
    expect(() => held({ type: 'file_input' }, ['F9'])).toThrow('no file F9')
    expect(() => held({ type: 'rich_text_input' }, ['x'])).toThrow('not rich text')
  })
})

test('buttons and overflow menus hold nothing', () => {
  const elements = [
    { type: 'button' as const, action_id: 'go', text: plain('Go') },
    { type: 'overflow' as const, action_id: 'more', options },
  ]
  expect(formState([{ type: 'actions', block_id: 'row', elements }], {}, known)).toEqual({})
})

describe('Slack itself finds in a form', () => {
  const number = {
    type: 'number_input' as const,
    is_decimal_allowed: true,
    min_value: '1',
    max_value: '9',
  }
  const text = { type: 'plain_text_input' as const, min_length: 2, max_length: 3 }

  test.each<[InputBlockElement, ElementValue | undefined, string | undefined]>([
    [text, undefined, 'Please complete this required field.'],
    [text, 'x', 'Please enter at least 2 characters.'],
    [text, 'xxxx', 'Please enter at most 3 characters.'],
    [text, 'xxx', undefined],
    [number, 'many', 'Please enter a number.'],
    [number, '0.5', 'Please enter 1 or more.'],
    [number, '9.5', 'Please enter 9 or less.'],
    [number, '8.5', undefined],
    [{ type: 'email_text_input' }, 'nobody', 'Please enter a valid email address.'],
    [{ type: 'email_text_input' }, 'a@b.c', undefined],
    [{ type: 'url_text_input' }, 'nowhere', 'Please enter a valid URL.'],
    [{ type: 'url_text_input' }, 'https://x.example', undefined],
    [{ type: 'checkboxes', options }, [], 'Please complete this required field.'],
    [{ type: 'file_input' }, [], 'Please complete this required field.'],
    [{ type: 'file_input', max_files: 1 }, ['F0', 'F1'], 'Please choose one file only.'],
    [{ type: 'file_input', max_files: 2 }, ['F0', 'F1'], undefined],
    [
      { type: 'file_input', filetypes: ['csv', 'jpg'] },
      ['F0', 'F1', 'F2'],
      'notes.txt is not of these types: csv, jpg.',
    ],
    [{ type: 'file_input', filetypes: ['csv', 'jpg'] }, ['F0', 'F1'], undefined],
    [{ type: 'rich_text_input' }, rich('  '), 'Please complete this required field.'],
    [{ type: 'rich_text_input' }, rich('x'), undefined],
    [{ type: 'multi_users_select' }, [], 'Please complete this required field.'],
  ])('%j with %j: %s', (element, value, error) => {
    const blocks = [block(element)]
    const form = value === undefined ? {} : { b: { a: value } }
    const errors = formErrors(blocks, formState(blocks, form, known), wordsFor('en-US'))
    expect(errors).toEqual(error === undefined ? {} : { b: error })
  })

  test('nothing wrong with an optional input that is empty', () => {
    const blocks = [block(text, { optional: true })]
    expect(formErrors(blocks, formState(blocks, {}, known), wordsFor('en-US'))).toEqual({})
  })
})

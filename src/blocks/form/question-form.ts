import type { types } from '@slack/bolt'
import { FORM_INPUTS, type Field, type FormValues } from '../../reply/form.ts'
import { unmarked } from '../../reply/marked.ts'
import type { Words } from '../../words/words.ts'
import {
  input,
  note,
  numberElement,
  option,
  text,
  textElement,
  VALUE_ACTION,
  type Labelled,
} from './elements.ts'
import { modal, type FormFrame } from './modal.ts'

/** The form's id when it is sent. */
export const QUESTION_FORM = 'question'
/** The button that shows all settings. */
export const MORE_ACTION = 'more-settings'
/** The menu of instance types, which asks us for its options. */
export const TYPE_ACTION = 'instance-type'
/** The block of all switches. */
export const SWITCHES_BLOCK = 'switches'

/** What most questions need; all else is behind a button. */
const USUAL: readonly Field[] = ['type', 'nodes', 'pods', 'per', 'warm-ip', 'subnet', 'name']
const LONGEST_SUBNETS = 1_000
const LONGEST_WORD = 60

export interface QuestionForm extends FormFrame {
  readonly values: FormValues
  readonly isWhole: boolean
  /** The run that the question changes, or `null`. */
  readonly run: number | null
}

/** The form of a question with one node group: every input of the grammar, with its default. */
export function questionForm(form: QuestionForm): types.ModalView {
  const { run, isWhole, words } = form
  const texts = words.surfaces.form
  return modal(form, {
    id: QUESTION_FORM,
    title: run === null ? texts.title : texts.whatIfTitle(run),
    submit: texts.submit,
    blocks: [
      ...(run === null ? [] : [note(texts.childRun(run))]),
      ...USUAL.flatMap((field) => fieldBlocks(field, form)),
      ...(isWhole ? furtherBlocks(form) : []),
    ],
    last: isWhole ? [] : [moreButton(words)],
  })
}

/** Whether a form must show all of its fields, for one beside the usual ones is filled. */
export function needsWhole(values: FormValues): boolean {
  return Object.entries(values).some(
    ([field, value]) => value !== '' && !USUAL.some((usual) => usual === field),
  )
}

function furtherBlocks(form: QuestionForm): readonly types.InputBlock[] {
  const counts = FORM_INPUTS.filter(({ takes, word }) => takes === 'count' && !USUAL.includes(word))
  const fields: readonly Field[] = [...counts.map(({ word }) => word), 'free', 'cni']
  return [...fields.flatMap((field) => fieldBlocks(field, form)), switchesBlock(form)]
}

/** The fields that take something else than a number. */
const OTHERS: { readonly [Name in Field]?: (form: QuestionForm) => types.InputBlock } = {
  type: ({ values, run, words }) =>
    input(
      { ...labelled('type', words), isOptional: run !== null },
      typeElement(values.type, words),
    ),
  per: ({ values, words }) =>
    input({ ...labelled('per', words), isOptional: false }, perElement(values.per, words)),
  subnet: ({ values, words }) =>
    input(labelled('subnet', words), textElement(values.subnet, { most: LONGEST_SUBNETS })),
  free: ({ values, words }) => input(labelled('free', words), numberElement(values.free, null)),
  cni: ({ values, words }) =>
    input(labelled('cni', words), textElement(values.cni, { most: LONGEST_WORD })),
  name: ({ values, words }) =>
    input(labelled('name', words), textElement(values.name, { most: LONGEST_WORD })),
}

function labelled(field: Field, { surfaces }: Words): Labelled {
  const help: { readonly [Name in Field]?: string } = surfaces.fieldHelp
  const hint = help[field]
  return { block: field, label: surfaces.fields[field], ...(hint === undefined ? {} : { hint }) }
}

function fieldBlocks(field: Field, form: QuestionForm): readonly types.InputBlock[] {
  const other = OTHERS[field]
  return other ? [other(form)] : countBlock(field, form.values[field], form.words)
}

function countBlock(
  field: Field,
  value: string | undefined,
  { help, surfaces }: Words,
): readonly types.InputBlock[] {
  const found = FORM_INPUTS.find(({ word }) => word === field)
  if (found?.takes !== 'count') return []
  const placeholder = found.default === null ? null : String(found.default)
  const hint = unmarked(help.inputHelp[found.word])
  return [
    input({ block: field, label: surfaces.fields[field], hint }, numberElement(value, placeholder)),
  ]
}

function typeElement(value: string | undefined, words: Words): types.ExternalSelect {
  return {
    type: 'external_select',
    action_id: TYPE_ACTION,
    min_query_length: 1,
    placeholder: text(words.surfaces.form.typePlaceholder),
    ...(value ? { initial_option: option(value, value) } : {}),
  }
}

function perElement(value: string | undefined, { surfaces }: Words): types.RadioButtons {
  const group = option(surfaces.form.inTotal, 'group')
  const node = option(surfaces.form.perNode, 'node')
  return {
    type: 'radio_buttons',
    action_id: VALUE_ACTION,
    options: [group, node],
    initial_option: value === 'node' ? node : group,
  }
}

function switchesBlock({ values, words }: QuestionForm): types.InputBlock {
  const switches = FORM_INPUTS.filter(({ takes }) => takes === 'switch').map(({ word }) =>
    option(words.surfaces.fields[word], word, words.help.inputHelp[word]),
  )
  const chosen = switches.filter(({ value }) =>
    FORM_INPUTS.some((one) => one.word === value && values[one.word]),
  )
  return input(
    { block: SWITCHES_BLOCK, label: words.surfaces.fields.switches },
    {
      type: 'checkboxes',
      action_id: VALUE_ACTION,
      options: switches,
      ...(chosen.length > 0 ? { initial_options: chosen } : {}),
    },
  )
}

function moreButton({ surfaces }: Words): types.ActionsBlock {
  return {
    type: 'actions',
    block_id: MORE_ACTION,
    elements: [{ type: 'button', action_id: MORE_ACTION, text: text(surfaces.form.more) }],
  }
}

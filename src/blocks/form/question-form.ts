import type { types } from '@slack/bolt'
import { FORM_INPUTS, type Field, type FormValues } from '../../reply/form.ts'
import type { Words } from '../../words/words.ts'
import { clip } from '../clip.ts'
import { SLACK_LIMITS } from '../limits.ts'
import { input, numberElement, option, text, textElement, VALUE_ACTION } from './elements.ts'

/** The form's id when it is sent. */
export const QUESTION_FORM = 'question'
/** The button that shows all settings, or the usual ones again. */
export const MORE_ACTION = 'more-settings'
/** The menu of instance types, which asks us for its options. */
export const TYPE_ACTION = 'instance-type'
/** The block of all switches, and that of the place to answer in. */
export const SWITCHES_BLOCK = 'switches'
export const PLACE_BLOCK = 'place'

/** What most questions need; all else is behind a button. */
const USUAL: readonly Field[] = ['type', 'nodes', 'pods', 'per', 'warm-ip', 'subnet', 'name']
const LONGEST_SUBNETS = 1_000
const LONGEST_WORD = 60

export interface QuestionForm {
  readonly values: FormValues
  readonly isWhole: boolean
  /** The run that the question changes, or `null`. */
  readonly run: number | null
  /** True where nobody knows the channel, so that it is asked for. */
  readonly asksPlace: boolean
  readonly metadata: string
  readonly words: Words
}

/** The form of a question with one node group: every input of the grammar, with its default. */
export function questionForm(form: QuestionForm): types.ModalView {
  const { run, asksPlace, metadata, words } = form
  const texts = words.surfaces.form
  return {
    type: 'modal',
    callback_id: QUESTION_FORM,
    private_metadata: metadata,
    title: text(clip(run === null ? texts.title : texts.whatIfTitle(run), SLACK_LIMITS.viewTitle)),
    submit: text(texts.submit),
    close: text(texts.close),
    blocks: [
      ...(run === null ? [] : [note(texts.childRun(run))]),
      ...USUAL.flatMap((field) => fieldBlocks(field, form)),
      ...(form.isWhole ? furtherBlocks(form) : []),
      ...(asksPlace ? [placeBlock(words)] : []),
      moreButton(form),
    ],
  }
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

function fieldBlocks(
  field: Field,
  { values, run, words }: QuestionForm,
): readonly types.InputBlock[] {
  const { fields, fieldHelp } = words.surfaces
  const value = values[field]
  const block = { block: field, label: fields[field] }
  switch (field) {
    case 'type':
      return [
        input(
          { ...block, hint: fieldHelp.type, isOptional: run !== null },
          typeElement(value, words),
        ),
      ]
    case 'per':
      return [input({ ...block, isOptional: false }, perElement(value, words))]
    case 'subnet':
      return [
        input({ ...block, hint: fieldHelp.subnet }, textElement(value, { most: LONGEST_SUBNETS })),
      ]
    case 'free':
      return [input({ ...block, hint: fieldHelp.free }, numberElement(value, null))]
    case 'cni':
    case 'name':
      return [
        input({ ...block, hint: fieldHelp[field] }, textElement(value, { most: LONGEST_WORD })),
      ]
    default:
      return countBlock(field, value, words)
  }
}

function countBlock(
  field: Field,
  value: string | undefined,
  { help, surfaces }: Words,
): readonly types.InputBlock[] {
  const found = FORM_INPUTS.find(({ word }) => word === field)
  if (found?.takes !== 'count') return []
  const placeholder = found.default === null ? null : String(found.default)
  const hint = help.inputHelp[found.word].replaceAll('`', '')
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

/** Slack gives a response_url for the channel that is chosen, so that the bot need not be in it. */
function placeBlock({ surfaces }: Words): types.InputBlock {
  return input(
    { block: PLACE_BLOCK, label: surfaces.form.place, isOptional: false },
    {
      type: 'conversations_select',
      action_id: VALUE_ACTION,
      default_to_current_conversation: true,
      response_url_enabled: true,
    },
  )
}

function moreButton({ isWhole, words }: QuestionForm): types.ActionsBlock {
  const { more, less } = words.surfaces.form
  return {
    type: 'actions',
    block_id: MORE_ACTION,
    elements: [{ type: 'button', action_id: MORE_ACTION, text: text(isWhole ? less : more) }],
  }
}

function note(content: string): types.ContextBlock {
  return { type: 'context', elements: [text(content)] }
}

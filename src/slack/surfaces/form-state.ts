import { VALUE_ACTION } from '../../blocks/form/elements.ts'
import { PLACE_BLOCK } from '../../blocks/form/place.ts'
import { SWITCHES_BLOCK, TYPE_ACTION } from '../../blocks/form/question-form.ts'
import { FORM_INPUTS, type Field, type FormValues } from '../../reply/form.ts'
import type { Held, Submission } from './payloads.ts'

type State = Submission['view']['state']

const OTHER_FIELDS: readonly Field[] = ['per', 'subnet', 'free', 'cni', 'name']

/** What the form of a question holds. Fields that it does not show have the value they had. */
export function valuesOf({ values: state }: State, hidden: FormValues): FormValues {
  const counts = FORM_INPUTS.filter(({ takes }) => takes === 'count').map(({ word }) => word)
  const shown = [...counts, ...OTHER_FIELDS]
    .filter((field) => state[field] !== undefined)
    .map((field) => [field, textOf(state[field]?.[VALUE_ACTION])] as const)
  const switches = state[SWITCHES_BLOCK]
  const type = state['type']
  return {
    ...hidden,
    ...Object.fromEntries(shown),
    ...(type ? { type: type[TYPE_ACTION]?.selected_option?.value ?? '' } : {}),
    ...(switches ? switchValues(switches[VALUE_ACTION]) : {}),
  }
}

/** The place that the form asks for, or `null` where it does not. */
export function placeOf({ values: state }: State): string | null {
  return state[PLACE_BLOCK]?.[VALUE_ACTION]?.selected_conversation ?? null
}

function switchValues(held: Held | undefined): FormValues {
  const chosen = new Set(held?.selected_options?.map(({ value }) => value))
  const switches = FORM_INPUTS.filter(({ takes }) => takes === 'switch')
  return Object.fromEntries(switches.map(({ word }) => [word, chosen.has(word) ? 'on' : '']))
}

function textOf(held: Held | undefined): string {
  return (held?.value ?? held?.selected_option?.value ?? '').trim()
}

import { formatName } from '../command/format.ts'
import { INPUTS, type Input } from '../command/grammar.ts'
import type { Problem } from '../command/problem.ts'
import { NEWEST_CNI, type Scenario } from '../scenario/scenario.ts'

type InputWord = (typeof INPUTS)[number]['word']

/** A field of the form about a question. Pods and how they are counted are two fields. */
export type Field =
  | Exclude<InputWord, 'pods/node'>
  | 'type'
  | 'per'
  | 'subnet'
  | 'free'
  | 'cni'
  | 'name'

/** What a form holds, each as it was typed; what is not there is empty. A switch that is on is `on`. */
export type FormValues = { readonly [Name in Field]?: string }

/** A line, and which part of it came from which field. */
export interface FormLine {
  readonly line: string
  readonly pieces: readonly {
    readonly field: Field
    readonly at: number
    readonly length: number
  }[]
}

/** Every input in its order, the two ways to count pods as one. */
export const FORM_INPUTS: readonly (Input & { readonly word: Exclude<InputWord, 'pods/node'> })[] =
  INPUTS.filter((input) => input.word !== 'pods/node')

/** The values of a scenario with one node group. */
export function formValues({ groups, cni, space }: Scenario, name: string | null): FormValues {
  const [group] = groups
  if (!group) return {}
  const inputs = FORM_INPUTS.flatMap((input): [Field, string][] => {
    if (input.takes === 'switch') return input.read(group) ? [[input.word, 'on']] : []
    const value = input.read(group)
    return value === null ? [] : [[input.word, String(value)]]
  })
  const { pods } = group
  return {
    ...Object.fromEntries(inputs),
    ...(pods.stated ? { pods: String(pods.count) } : {}),
    per: pods.per === 'node' && pods.stated ? 'node' : 'group',
    ...(group.instanceType === null ? {} : { type: group.instanceType }),
    ...(space && space.subnets.length > 0 ? { subnet: space.subnets.join(', ') } : {}),
    ...(space && space.free !== null ? { free: String(space.free) } : {}),
    ...(cni === NEWEST_CNI ? {} : { cni }),
    ...(name === null ? {} : { name }),
  }
}

/** The line that asks what a form holds. */
export function formLine(values: FormValues): FormLine {
  return lineOf('', piecesOf(values, {}))
}

/** The line that changes a run into what a form holds, which was filled with the run's own values. */
export function changeLine(run: number, values: FormValues, filled: FormValues): FormLine {
  return lineOf(`what-if #${run}`, piecesOf(values, filled))
}

/** The field that a problem is about: whose text it stands in, else the first. */
export function fieldOf(
  { at, length }: Pick<Problem, 'at' | 'length'>,
  { pieces }: FormLine,
): Field {
  const end = at + Math.max(1, length)
  return pieces.find((piece) => at < piece.at + piece.length && piece.at < end)?.field ?? 'type'
}

interface Piece {
  readonly field: Field
  readonly text: string
}

function lineOf(start: string, pieces: readonly Piece[]): FormLine {
  let line = start
  const placed = pieces.map(({ field, text }) => {
    const at = line === '' ? 0 : line.length + 1
    line = line === '' ? text : `${line} ${text}`
    return { field, at, length: text.length }
  })
  return { line, pieces: placed }
}

function piecesOf(values: FormValues, filled: FormValues): readonly Piece[] {
  const isSame = (field: Field) => (values[field] ?? '') === (filled[field] ?? '')
  const type: readonly Piece[] =
    isSame('type') || !values.type ? [] : [{ field: 'type', text: values.type }]
  const inputs = FORM_INPUTS.flatMap((input): readonly Piece[] => {
    const isKept = isSame(input.word) && (input.word !== 'pods' || isSame('per') || !values.pods)
    return isKept ? [] : [{ field: input.word, text: inputText(input, values) }]
  })
  const others = (['subnet', 'free', 'cni'] as const).flatMap((field): readonly Piece[] => {
    const value = values[field]
    return isSame(field) || !value ? [] : [{ field, text: `${field}=${compact(value)}` }]
  })
  // A name is of one run: it is told again, though it was there before.
  const name: readonly Piece[] = values.name
    ? [{ field: 'name', text: `as ${formatName(values.name)}` }]
    : []
  return [...type, ...inputs, ...others, ...name]
}

function inputText(input: (typeof FORM_INPUTS)[number], values: FormValues): string {
  const value = values[input.word] ?? ''
  if (input.takes === 'switch') return value === '' ? `${input.word}=off` : input.word
  const word = input.word === 'pods' && values.per === 'node' ? 'pods/node' : input.word
  return `${word}=${value === '' ? 'default' : compact(value)}`
}

/** Without spaces, so that one field is one word of the line; a list keeps its commas. */
function compact(text: string): string {
  return text.trim().replaceAll(/[\s,;]+/g, ',')
}

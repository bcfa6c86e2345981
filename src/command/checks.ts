import { contradictions } from '../scenario/contradiction.ts'
import { SCENARIO_LIMITS } from '../scenario/limits.ts'
import type { NodeGroup } from '../scenario/scenario.ts'
import type { Report } from './report.ts'
import type { InputClause, NumberClause, Segment } from './segments.ts'
import { NODES, PODS, PODS_PER_NODE } from './vocabulary.ts'

/** A node group and the clauses that say something of it. */
export interface BuiltGroup {
  readonly group: NodeGroup
  readonly inputs: readonly InputClause[]
}

/** The segments, or where there are too many of them the first few. */
export function checkedSegments(
  segments: readonly Segment[],
  most: number,
  report: Report,
): readonly Segment[] {
  const [first, last] = [segments[most], segments.at(-1)]
  if (!first || !last) return segments
  const place = { at: first.start, length: last.end - first.start }
  report(place, { code: 'too-many-groups', most: SCENARIO_LIMITS.groups })
  return segments.slice(0, most)
}

/** A second instance type with no `+` before it. */
export function reportSecondType({ start, type }: Segment, text: string, report: Report): void {
  if (type === null) return
  const length = type.at + type.length - start
  const suggestion = `+ ${text.slice(start, start + length)}`
  report({ at: start, length }, { code: 'second-type' }, suggestion)
}

export function reportRepeated(inputs: readonly InputClause[], report: Report): void {
  const first = new Map<string, InputClause>()
  for (const clause of inputs) {
    const field = clause.input.field ?? clause.input.word
    const before = first.get(field)
    if (before === undefined) first.set(field, clause)
    else report(clause, { code: 'repeated', word: field }, isSame(before, clause) ? '' : null)
  }
}

/** Said twice alike, once is enough. */
function isSame(one: InputClause, other: InputClause): boolean {
  return one.input === other.input && one.value === other.value
}

/** A number without a unit counts what the group does not have yet; of two, the first is the nodes. */
export function reportNumbers(
  numbers: readonly NumberClause[],
  inputs: readonly InputClause[],
  report: Report,
): void {
  const has = (...named: readonly InputClause['input'][]) =>
    inputs.some(({ input }) => named.includes(input))
  const units = [...(has(PODS, PODS_PER_NODE) ? [] : ['pods']), ...(has(NODES) ? [] : ['nodes'])]
  if (numbers.length > 1) units.reverse()
  numbers.forEach((clause, index) => {
    const unit = units[index]
    const suggestion = unit === undefined ? null : `${clause.digits} ${unit}`
    report(clause, { code: 'number-without-unit' }, suggestion)
  })
}

/** The word of the input that a contradiction is about. */
export const WORD_OF_FIELD = { attachedEnis: 'attached', unmanagedEnis: 'unmanaged' } as const

/** An input of several groups is reported once, with the limit of the smallest type. */
export function reportContradictions(built: readonly BuiltGroup[], report: Report): void {
  const tightest = new Map<InputClause, { readonly most: number; readonly type: string }>()
  for (const { group, inputs } of built) {
    for (const { field, most } of contradictions(group)) {
      const clause = inputs.findLast(({ input }) => input.word === WORD_OF_FIELD[field])
      if (clause && most < (tightest.get(clause)?.most ?? Infinity)) {
        tightest.set(clause, { most, type: group.instanceType ?? '' })
      }
    }
  }
  for (const [clause, { most, type }] of tightest) {
    const { word } = clause.input
    report(clause, { code: 'too-many-enis', type, most }, `${word}=${most}`)
  }
}

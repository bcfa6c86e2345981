import type { Clause } from './clause.ts'
import type { Input } from './grammar.ts'

export type TypeClause = Extract<Clause, { kind: 'type' }>
export type InputClause = Extract<Clause, { kind: 'input' }>
export type NumberClause = Extract<Clause, { kind: 'number' }>

/** The clauses of one node group. */
export interface Segment {
  readonly type: TypeClause | null
  readonly inputs: readonly InputClause[]
  readonly numbers: readonly NumberClause[]
  /** From the `+`, or the start of the line, to the next `+` or the end of the line. */
  readonly start: number
  readonly end: number
  /** False where no `+` begins it, but only a second instance type. */
  readonly hasPlus: boolean
}

/** Segments while they are being filled. */
interface Draft {
  type: TypeClause | null
  inputs: InputClause[]
  numbers: NumberClause[]
  start: number
  end: number
  hasPlus: boolean
}

/**
 * Splits clauses at each `+`, and before a second instance type. Before the first type all inputs but
 * nodes and pods count for every group; after `all:` these do too, up to the next type or `+`.
 */
export function segmentsOf(
  clauses: readonly Clause[],
  end: number,
): { readonly segments: readonly Segment[]; readonly shared: readonly InputClause[] } {
  const shared: InputClause[] = []
  const segments = [draft(0, end, true)]
  let isForAll = false
  for (const clause of clauses) {
    const current = segments.at(-1)
    if (current === undefined) break
    if (clause.kind === 'input')
      (isForAll && !clause.isOfType ? shared : current.inputs).push(clause)
    if (clause.kind === 'number') current.numbers.push(clause)
    if (clause.kind === 'all') isForAll = true
    if (clause.kind === 'plus') segments.push(nextDraft(current, clause.at, true))
    if (clause.kind === 'type') place(clause, current, segments)
    if (clause.kind === 'type' || clause.kind === 'plus') isForAll = false
  }
  return { segments, shared: [...shared, ...takeSettingsAhead(segments)] }
}

/** The type of the present segment, or of one more if it has one; a `2x` before it goes along. */
function place(type: TypeClause, current: Draft, segments: Draft[]): void {
  if (current.type === null) {
    current.type = type
    return
  }
  const count = current.inputs.at(-1)
  const isCounted = count?.isOfType === true && count.at > current.type.at
  const next = nextDraft(current, isCounted ? count.at : type.at, false)
  if (isCounted) next.inputs.push(...current.inputs.splice(-1))
  segments.push({ ...next, type })
}

function takeSettingsAhead(segments: readonly Draft[]): readonly InputClause[] {
  const [first] = segments
  if (first === undefined || segments.length === 1) return []
  const start = first.type?.at ?? first.end
  const isAhead = ({ at, input }: InputClause) => at < start && !isOfOneGroup(input)
  const ahead = first.inputs.filter(isAhead)
  first.inputs = first.inputs.filter((clause) => !isAhead(clause))
  return ahead
}

/** Nodes and pods, which are written with their unit. */
function isOfOneGroup(input: Input): boolean {
  return input.isUnit === true
}

function nextDraft(current: Draft, at: number, hasPlus: boolean): Draft {
  const next = draft(at, current.end, hasPlus)
  current.end = at
  return next
}

function draft(start: number, end: number, hasPlus: boolean): Draft {
  return { type: null, inputs: [], numbers: [], start, end, hasPlus }
}

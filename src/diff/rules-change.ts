import {
  deltasBetween,
  figureChanges,
  isNothing,
  type Deltas,
  type FigureChange,
  type Figures,
} from './figures.ts'

/** What newer rules of the engine changed: an answer that today's rules would give otherwise. */
export interface RulesChange {
  /** The answer that is meant: the earlier or the later one. */
  readonly of: 'before' | 'after'
  /** The figures that differ, from the stored answer to the one by today's rules. */
  readonly figures: readonly FigureChange[]
  /** The part of the whole change that comes from it. */
  readonly deltas: Deltas
}

/** One for each side whose stored answer is not the one that today's rules give. */
export function rulesChanges(
  before: { readonly stored: Figures; readonly today: Figures },
  after: { readonly stored: Figures; readonly today: Figures },
): readonly RulesChange[] {
  const changes = [
    rulesChange('before', before, deltasBetween(before.stored, before.today)),
    rulesChange('after', after, deltasBetween(after.today, after.stored)),
  ]
  return changes.filter(({ deltas }) => !isNothing(deltas))
}

function rulesChange(
  of: RulesChange['of'],
  { stored, today }: { readonly stored: Figures; readonly today: Figures },
  deltas: Deltas,
): RulesChange {
  const figures = figureChanges(stored, today).filter(({ delta }) => delta !== 0)
  return { of, figures, deltas }
}

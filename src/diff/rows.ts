import { NOTHING } from '../allocation/totals.ts'
import type { NodeGroup, Scenario } from '../scenario/scenario.ts'
import { typeName } from '../scenario/type-name.ts'
import { figureChanges, type FigureChange, type Figures } from './figures.ts'
import { groupChanges } from './group-changes.ts'
import type { Match } from './match.ts'

/** A node group that changed, came or went. */
export interface Row {
  readonly kind: 'changed' | 'added' | 'removed'
  /** `null` for a group that was not there. */
  readonly from: NamedGroup | null
  readonly to: NamedGroup | null
  /** Every figure of the group, the unchanged ones too; 0 where it was not there. */
  readonly figures: readonly FigureChange[]
}

export interface NamedGroup {
  readonly type: string
  readonly nodes: number
}

/** Node groups as they were, with their figures in the same order. */
export interface Groups {
  readonly scenario: Scenario
  readonly figures: readonly Figures[]
}

/** A row for each group that changed in its inputs or its figures, in the order of the later scenario. */
export function groupRows(before: Groups, after: Groups, match: Match): readonly Row[] {
  return [
    ...match.pairs
      .map((pair) => [at(before, pair.before), at(after, pair.after)] as const)
      .filter(([from, to]) => isChanged(from, to))
      .map(([from, to]) => row('changed', from, to)),
    ...match.added.map((place) => row('added', null, at(after, place))),
    ...match.removed.map((place) => row('removed', at(before, place), null)),
  ]
}

interface AnsweredGroup {
  readonly group: NodeGroup
  readonly figures: Figures
}

function at({ scenario, figures }: Groups, place: number): AnsweredGroup {
  const [group, answer] = [scenario.groups[place], figures[place]]
  if (!group || !answer) throw new Error(`node group ${place} has no figures`)
  return { group, figures: answer }
}

function isChanged(from: AnsweredGroup, to: AnsweredGroup): boolean {
  if (groupChanges(from.group, to.group).length > 0) return true
  return figureChanges(from.figures, to.figures).some(({ delta }) => delta !== 0)
}

function row(kind: Row['kind'], from: AnsweredGroup | null, to: AnsweredGroup | null): Row {
  return {
    kind,
    from: from && named(from),
    to: to && named(to),
    figures: figureChanges(from?.figures ?? NOTHING, to?.figures ?? NOTHING),
  }
}

function named({ group }: AnsweredGroup): NamedGroup {
  return { type: typeName(group), nodes: group.nodes }
}

import type { Scenario } from '../scenario/scenario.ts'
import { attribution, type Attribution } from './attribution.ts'
import { differences } from './differences.ts'
import { figureChanges, type FigureChange, type Figures } from './figures.ts'
import { matchGroups } from './match.ts'
import type { Planner } from './planner.ts'
import { groupRows, type Row } from './rows.ts'
import { rulesChanges, type RulesChange } from './rules-change.ts'

/** A question with the figures of its answer, as they were stored. */
export interface Answered {
  readonly scenario: Scenario
  readonly plan: Figures
}

/**
 * What changed from one answered scenario to another. Figure by figure, the parts, the interaction
 * and the changed rules add up to the change; so do the rows and the changed rules.
 */
export interface Diff extends Attribution {
  /** Every figure, the unchanged ones too, in the order in which replies show them. */
  readonly figures: readonly FigureChange[]
  /** Where an answer was given by older rules; empty where today's rules give the same. */
  readonly rules: readonly RulesChange[]
  /** The node groups that changed, came or went, by today's rules. */
  readonly rows: readonly Row[]
  /** How many node groups are the same as before. */
  readonly unchanged: number
}

/** Compares two answers; `planOf` answers by today's rules what they share and what sets them apart. */
export function diff(before: Answered, after: Answered, planOf: Planner): Diff {
  const match = matchGroups(before.scenario.groups, after.scenario.groups)
  const changes = differences(before.scenario, after.scenario, match)
  const [from, to] = [planOf(before.scenario), planOf(after.scenario)]
  const rows = groupRows(
    { scenario: before.scenario, figures: from.groups },
    { scenario: after.scenario, figures: to.groups },
    match,
  )
  return {
    figures: figureChanges(before.plan, after.plan),
    ...attribution(from, to, changes, planOf),
    rules: rulesChanges({ stored: before.plan, today: from }, { stored: after.plan, today: to }),
    rows,
    unchanged: match.pairs.length - rows.filter(({ kind }) => kind === 'changed').length,
  }
}

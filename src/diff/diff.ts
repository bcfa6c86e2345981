import type { Totals } from '../allocation/plan.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { figureChanges, type FigureChange } from './figures.ts'
import { inputChanges, type InputChange } from './inputs.ts'

/** A question with the figures of its answer. */
export interface Answered {
  readonly scenario: Scenario
  readonly plan: Totals
}

/** What changed from one answered scenario to another. */
export interface Diff {
  /** Every figure, the unchanged ones too, in the order in which replies show them. */
  readonly figures: readonly FigureChange[]
  /** The inputs that differ, those of the question and nothing derived from them. */
  readonly inputs: readonly InputChange[]
}

export function diff(before: Answered, after: Answered): Diff {
  return {
    figures: figureChanges(before.plan, after.plan),
    inputs: inputChanges(before.scenario, after.scenario),
  }
}

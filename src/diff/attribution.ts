import type { Difference } from './differences.ts'
import { deltasBetween, remainder, type Deltas, type Figures } from './figures.ts'
import type { InputChange } from './inputs.ts'
import type { Planner } from './planner.ts'

/** An input that changed, with what this change does to the earlier answer when it is made alone. */
export interface Part {
  readonly change: InputChange
  readonly deltas: Deltas
}

/** A change of figures, by what caused it. */
export interface Attribution {
  /** The largest first. */
  readonly parts: readonly Part[]
  /** What the changes do only because they are made together; parts and interaction are the whole. */
  readonly interaction: Deltas
}

/** Makes each change alone, and calls interaction what is then still missing of the whole. */
export function attribution(
  before: Figures,
  after: Figures,
  changes: readonly Difference[],
  planOf: Planner,
): Attribution {
  const parts = changes.map(({ change, alone }) => ({
    change,
    deltas: deltasBetween(before, planOf(alone)),
  }))
  const known = parts.map(({ deltas }) => deltas)
  return {
    parts: parts.toSorted((a, b) => size(b.deltas) - size(a.deltas)),
    interaction: remainder(deltasBetween(before, after), known),
  }
}

function size({ reserved, held }: Deltas): number {
  return Math.abs(reserved) + Math.abs(held)
}

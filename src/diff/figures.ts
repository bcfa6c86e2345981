import type { Amount, Totals } from '../allocation/plan.ts'

/** The figures that are compared, in the order in which replies show them. */
export const FIGURES = [
  'reserved',
  'held',
  'enis',
  'usable',
  'used',
  'warm',
  'primaries',
  'branch',
  'pending',
] as const
export type Figure = (typeof FIGURES)[number]

/** One figure before and after. A range counts with its upper end. */
export interface FigureChange {
  readonly figure: Figure
  readonly from: number
  readonly to: number
  /** `to - from`. */
  readonly delta: number
  /** The change in whole percent of `from`; `null` where either side is 0 or nothing changed. */
  readonly percent: number | null
}

export function figureChanges(before: Totals, after: Totals): readonly FigureChange[] {
  return FIGURES.map((figure) => change(figure, upper(before[figure]), upper(after[figure])))
}

/** The upper end of an amount: what a planner has to count with. */
export function upper(amount: Amount): number {
  return typeof amount === 'number' ? amount : amount.max
}

/** −100 % would say that nothing is left. */
function wholePercent(delta: number, from: number): number {
  return Math.max(-99, Math.round((delta / from) * 100))
}

function change(figure: Figure, from: number, to: number): FigureChange {
  const delta = to - from
  const percent = delta === 0 || from === 0 || to === 0 ? null : wholePercent(delta, from)
  return { figure, from, to, delta, percent }
}

import { maxOf } from '../allocation/amount.ts'
import { waitingPods, type Figures } from '../allocation/waiting-pods.ts'

export type { Figures }

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

/** What is added to every figure, signed. */
export type Deltas = Readonly<Record<Figure, number>>

export function figureChanges(before: Figures, after: Figures): readonly FigureChange[] {
  return FIGURES.map((figure) => change(figure, valueOf(before, figure), valueOf(after, figure)))
}

export function deltasBetween(before: Figures, after: Figures): Deltas {
  return deltas((figure) => valueOf(after, figure) - valueOf(before, figure))
}

/** What is left of a change when its known parts are taken off. */
export function remainder(whole: Deltas, parts: readonly Deltas[]): Deltas {
  const known = sumDeltas(parts)
  return deltas((figure) => whole[figure] - known[figure])
}

export function sumDeltas(parts: readonly Deltas[]): Deltas {
  return deltas((figure) => parts.reduce((sum, part) => sum + part[figure], 0))
}

export function isNothing(added: Deltas): boolean {
  return FIGURES.every((figure) => added[figure] === 0)
}

function valueOf(figures: Figures, figure: Figure): number {
  return figure === 'pending' ? waitingPods(figures) : maxOf(figures[figure])
}

function deltas(of: (figure: Figure) => number): Deltas {
  return {
    reserved: of('reserved'),
    held: of('held'),
    enis: of('enis'),
    usable: of('usable'),
    used: of('used'),
    warm: of('warm'),
    primaries: of('primaries'),
    branch: of('branch'),
    pending: of('pending'),
  }
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

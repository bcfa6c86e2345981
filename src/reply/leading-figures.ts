import type { Figure, FigureChange } from '../diff/figures.ts'

/** The figures that lead every reply and every comparison. */
export const LEADING: ReadonlySet<Figure> = new Set(['reserved', 'held'])

/** The leading ones, and the pods without an address where their count changed. */
export function tellingFigures(figures: readonly FigureChange[]): readonly FigureChange[] {
  return figures.filter(
    ({ figure, delta }) => LEADING.has(figure) || (figure === 'pending' && delta !== 0),
  )
}

/** Of these figures, the leading ones. */
export function leadingFigures(figures: readonly FigureChange[]): readonly FigureChange[] {
  return figures.filter(({ figure }) => LEADING.has(figure))
}

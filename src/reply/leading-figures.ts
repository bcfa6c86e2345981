import type { Figure, FigureChange } from '../diff/figures.ts'

/** The figures that lead every reply and every comparison. */
export const LEADING: ReadonlySet<Figure> = new Set(['reserved', 'held'])

/** Of these figures, the leading ones. */
export function leadingFigures(figures: readonly FigureChange[]): readonly FigureChange[] {
  return figures.filter(({ figure }) => LEADING.has(figure))
}

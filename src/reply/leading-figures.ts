import type { FigureChange } from '../diff/figures.ts'

/** Reserved and held, which lead every reply. */
export function leadingFigures(figures: readonly FigureChange[]): readonly FigureChange[] {
  return figures.filter(({ figure }) => figure === 'reserved' || figure === 'held')
}

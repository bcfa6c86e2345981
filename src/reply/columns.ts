import type { Column } from './reply.ts'

/** A column of words. */
export function textColumn(title: string): Column {
  return { title, align: 'left' }
}

/** Columns of figures, whose units stand below each other. */
export function numberColumns(titles: readonly string[]): readonly Column[] {
  return titles.map((title) => ({ title, align: 'right' }))
}

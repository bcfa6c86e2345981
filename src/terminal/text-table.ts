import type { Column } from '../reply/reply.ts'

/** A table in aligned columns, its header first. */
export function textTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const all = [columns.map(({ title }) => title), ...rows]
  const widths = columns.map((_, index) =>
    Math.max(...all.map((cells) => (cells[index] ?? '').length)),
  )
  return all
    .map((cells) =>
      columns
        .map(({ align }, index) => pad(cells[index] ?? '', widths[index] ?? 0, align))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function pad(text: string, width: number, align: Column['align']): string {
  return align === 'right' ? text.padStart(width) : text.padEnd(width)
}

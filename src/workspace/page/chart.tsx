import type { ReactNode } from 'react'

import type { ChartBlock } from './known-block.ts'
import { LibraryBlock } from './library-block.tsx'
import { Grid } from './table.tsx'

/** A chart with its numbers below, which is also what a screen reader reads. */
export function Chart({ block }: { readonly block: ChartBlock }): ReactNode {
  const rows = numbersOf(block)
  return (
    <figure className="chart">
      <LibraryBlock block={block} />
      <details open>
        <summary>The numbers</summary>
        <Grid label={block.title} rows={rows} columnClasses={rows[0]?.map(alignment)} />
      </details>
    </figure>
  )
}

function alignment(_header: string, column: number): string {
  return column === 0 ? 'left' : 'right'
}

function numbersOf({ chart, title }: ChartBlock): readonly (readonly string[])[] {
  if (chart.type === 'pie') {
    return [['', title], ...chart.segments.map(({ label, value }) => [label, String(value)])]
  }
  const { categories, x_label: label = '' } = chart.axis_config
  return [
    [label, ...chart.series.map(({ name }) => name)],
    ...categories.map((category) => [
      category,
      ...chart.series.map(({ data }) =>
        String(data.find((point) => point.label === category)?.value ?? ''),
      ),
    ]),
  ]
}

import type { ReactNode } from 'react'

import type { ChartBlock, Pie, Plot } from './known-block.ts'
import { usePage } from './page-context.ts'
import { PiePicture } from './pie.tsx'
import { PlotPicture } from './plot.tsx'
import { Grid } from './table.tsx'

/** A chart and, one click away, its numbers; apps that show them themselves need no second table. */
export function Chart({ block }: { readonly block: ChartBlock }): ReactNode {
  const { me, words } = usePage()
  const { chart, title } = block
  const name = `${words.chartKinds[chart.type]}: ${title}`
  const write = (value: number) => value.toLocaleString(me.locale)
  const rows =
    chart.type === 'pie' ? partsOf(title, chart, words.value, write) : pointsOf(chart, write)
  const names =
    chart.type === 'pie' ? chart.segments.map(({ label }) => label) : chart.series.map(nameOf)
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      {chart.type === 'pie' ? (
        <PiePicture chart={chart} name={name} />
      ) : (
        <PlotPicture chart={chart} name={name} />
      )}
      <Legend names={names} isFilled={chart.type === 'pie' || chart.type === 'bar'} />
      <details>
        <summary>{words.numbers}</summary>
        <Grid label={title} rows={rows} columnClasses={rows[0]?.map(alignment)} />
      </details>
    </figure>
  )
}

/** Which colour and which kind of line is what. The numbers below say it in words. */
function Legend({
  names,
  isFilled,
}: {
  readonly names: readonly string[]
  readonly isFilled: boolean
}) {
  return (
    <ul className="legend" aria-hidden="true">
      {names.map((name, index) => (
        <li key={name}>
          <svg className={`series series-${index % 6}`} width="24" height="12">
            {isFilled ? <rect width="12" height="12" x="6" /> : <polyline points="0,6 24,6" />}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}

function alignment(_header: string, column: number): string {
  return column === 0 ? 'left' : 'right'
}

type Rows = readonly (readonly string[])[]
type Write = (value: number) => string

function nameOf({ name }: { readonly name: string }): string {
  return name
}

function partsOf(title: string, { segments }: Pie, value: string, write: Write): Rows {
  return [[title, value], ...segments.map((each) => [each.label, write(each.value)])]
}

function pointsOf({ series, axis_config: axis }: Plot, write: Write): Rows {
  return [
    [axis.x_label ?? '', ...series.map(nameOf)],
    ...axis.categories.map((category) => [
      category,
      ...series.map(({ data }) => {
        const value = data.find(({ label }) => label === category)?.value
        return value === undefined ? '' : write(value)
      }),
    ]),
  ]
}

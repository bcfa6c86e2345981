import { useRef, type ReactNode } from 'react'

import { labelStep, scaleOf } from './chart-scale.ts'
import type { Plot, Series } from './known-block.ts'
import { usePage } from './page-context.ts'
import { useWidth } from './use-width.ts'

/** Sizes in pixels. */
const height = 240
const characterPx = 7
const linePx = 18
const edgePx = 8

/** Lines, areas or bars over axes. Between two points a line is straight, as Slack draws it. */
export function PlotPicture({
  chart,
  name,
}: {
  readonly chart: Plot
  /** What a screen reader calls it. */
  readonly name: string
}): ReactNode {
  const around = useRef<HTMLDivElement>(null)
  const width = useWidth(around, 480)
  const frame = useFrame(chart, width)
  return (
    <div ref={around}>
      <svg role="img" aria-label={name} width={width} height={height}>
        <Axes chart={chart} frame={frame} />
        {chart.series.map((series, index) => (
          <g key={series.name} className={`series series-${index % 6}`}>
            <Drawn chart={chart} series={series} index={index} frame={frame} />
          </g>
        ))}
      </svg>
    </div>
  )
}

/** Where the axes are, and where a category and a value stand on them. */
type Frame = {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly band: number
  readonly ticks: readonly number[]
  readonly x: (category: number) => number
  readonly y: (value: number) => number
  readonly write: (value: number) => string
}

function useFrame({ series, axis_config: axis }: Plot, width: number): Frame {
  const { locale } = usePage().me
  const write = (value: number) => value.toLocaleString(locale)
  const scale = scaleOf(series.flatMap(({ data }) => data.map(({ value }) => value)))
  const longest = Math.max(...scale.ticks.map((tick) => write(tick).length))
  const left = longest * characterPx + edgePx + (axis.y_label === undefined ? 0 : linePx)
  const right = Math.max(left + 1, width - edgePx)
  const bottom = height - linePx - (axis.x_label === undefined ? 0 : linePx)
  const band = (right - left) / axis.categories.length
  return {
    left,
    right,
    bottom,
    band,
    ticks: scale.ticks,
    x: (category) => left + (category + 0.5) * band,
    y: (value) => bottom - ((value - scale.low) / (scale.high - scale.low)) * (bottom - edgePx),
    write,
  }
}

function Axes({ chart, frame }: { readonly chart: Plot; readonly frame: Frame }) {
  const { categories, x_label: below, y_label: beside } = chart.axis_config
  const { left, right, bottom, ticks, x, y, write } = frame
  const step = labelStep(categories, right - left, characterPx)
  const middle = (bottom + edgePx) / 2
  return (
    <g className="axes">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 6} y={y(tick)} textAnchor="end" dominantBaseline="middle">
            {write(tick)}
          </text>
        </g>
      ))}
      {categories.map((category, index) =>
        index % step === 0 ? (
          <text key={category} x={x(index)} y={bottom + linePx - 4} textAnchor="middle">
            {category}
          </text>
        ) : null,
      )}
      {below !== undefined && (
        <text x={(left + right) / 2} y={height - 4} textAnchor="middle">
          {below}
        </text>
      )}
      {beside !== undefined && (
        <text x={12} y={middle} textAnchor="middle" transform={`rotate(-90 12 ${middle})`}>
          {beside}
        </text>
      )}
    </g>
  )
}

function Drawn({
  chart,
  series,
  index,
  frame,
}: {
  readonly chart: Plot
  readonly series: Series
  readonly index: number
  readonly frame: Frame
}) {
  const { x, y, band } = frame
  const points = chart.axis_config.categories.flatMap((category, at) => {
    const value = series.data.find(({ label }) => label === category)?.value
    return value === undefined ? [] : [{ category, value, x: x(at), y: y(value) }]
  })
  const says = (category: string, value: number) => (
    <title>{`${series.name} · ${category}: ${frame.write(value)}`}</title>
  )
  if (chart.type === 'bar') {
    const barWidth = (band * 0.8) / chart.series.length
    return points.map((point) => (
      <rect
        key={point.category}
        x={point.x - band * 0.4 + index * barWidth}
        y={Math.min(point.y, y(0))}
        width={barWidth}
        height={Math.abs(point.y - y(0))}
      >
        {says(point.category, point.value)}
      </rect>
    ))
  }
  const corners = points.map((point) => `${point.x},${point.y}`).join(' ')
  const [first, last] = [points[0], points.at(-1)]
  return (
    <>
      {chart.type === 'area' && first && last && (
        <polygon points={`${first.x},${y(0)} ${corners} ${last.x},${y(0)}`} />
      )}
      <polyline points={corners} />
      {points.map((point) => (
        <circle key={point.category} cx={point.x} cy={point.y} r={3}>
          {says(point.category, point.value)}
        </circle>
      ))}
    </>
  )
}

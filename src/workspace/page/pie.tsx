import type { ReactNode } from 'react'

import type { Pie } from './known-block.ts'

/** The radius of the circle, which a view box scales. */
const radius = 50

/** Parts of a whole. */
export function PiePicture({
  chart: { segments },
  name,
}: {
  readonly chart: Pie
  readonly name: string
}): ReactNode {
  const total = segments.reduce((sum, { value }) => sum + value, 0)
  let turned = 0
  return (
    <svg role="img" aria-label={name} className="pie" viewBox="-51 -51 102 102" width="200">
      {segments.map(({ label, value }, index) => {
        const from = turned / total
        turned += value
        return (
          <path
            key={label}
            className={`series series-${index % 6}`}
            d={slice(from, turned / total)}
          >
            <title>{`${label}: ${value}`}</title>
          </path>
        )
      })}
    </svg>
  )
}

/** The outline of a part of the circle, between two fractions of a whole turn from the top. */
function slice(from: number, to: number): string {
  // An arc cannot end where it begins: a whole circle is two halves.
  if (to - from >= 1) return `${slice(0, 0.5)} ${slice(0.5, 1 - Number.EPSILON)}`
  const isLong = to - from > 0.5 ? 1 : 0
  return `M0,0 L${pointAt(from)} A${radius},${radius} 0 ${isLong} 1 ${pointAt(to)} Z`
}

function pointAt(turn: number): string {
  const angle = turn * 2 * Math.PI
  return `${radius * Math.sin(angle)},${-radius * Math.cos(angle)}`
}

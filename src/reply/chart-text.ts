import type { Chart } from './reply.ts'

/** The longest bar, in characters. */
const WIDTH = 40

/**
 * A chart in fixed-width text: a bar for each category, full up to the smallest of its values and
 * grey up to the largest.
 */
export function chartText({ title, xLabel, categories, series }: Chart): string {
  const largest = Math.max(1, ...series.flatMap(({ values }) => values))
  const labelWidth = Math.max(xLabel.length, ...categories.map((category) => category.length))
  const rows = categories.map((category, index) => {
    const values = series.map((one) => one.values[index] ?? 0)
    return `${category.padStart(labelWidth)}  ${bar(values, largest)}`
  })
  const names = series.map(({ name }) => name).join(' · ')
  return [title, `${xLabel.padStart(labelWidth)}  ${names}`, ...rows].join('\n')
}

function bar(values: readonly number[], largest: number): string {
  const lengthOf = (value: number) => Math.round((value / largest) * WIDTH)
  const full = lengthOf(Math.min(...values))
  const grey = lengthOf(Math.max(...values)) - full
  return `${'█'.repeat(full)}${'░'.repeat(grey)} ${values.join(' · ')}`
}

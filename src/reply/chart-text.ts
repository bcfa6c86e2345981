import type { Chart } from './reply.ts'

/** The longest bar, in characters. */
const WIDTH = 40

/**
 * A chart in fixed-width text: a bar for each category, full up to the value of the last series and
 * grey up to that of another one where it is larger.
 */
export function chartText({ title, xLabel, categories, series }: Chart): string {
  const largest = Math.max(1, ...series.flatMap(({ values }) => values))
  const labelWidth = Math.max(xLabel.length, ...categories.map((category) => category.length))
  const rows = categories.map((category, index) => {
    const values = series.map((one) => one.values[index] ?? 0)
    return `${category.padStart(labelWidth)}  ${bar(values, largest)}`
  })
  const names = series.map(
    ({ name }, index) => `${index === series.length - 1 ? '█' : '░'} ${name}`,
  )
  return [title, `${xLabel.padStart(labelWidth)}  ${names.join(' · ')}`, ...rows].join('\n')
}

function bar(values: readonly number[], largest: number): string {
  const lengthOf = (value: number) => Math.round((value / largest) * WIDTH)
  const full = lengthOf(values.at(-1) ?? 0)
  const grey = lengthOf(Math.max(...values)) - full
  return `${'█'.repeat(full)}${'░'.repeat(grey)} ${values.join(' · ')}`
}

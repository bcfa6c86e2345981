/** The axis of a chart's values: round numbers from its lowest to its highest, 0 among them. */
export type Scale = {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** How many steps an axis has at least. */
const fewestSteps = 4

/** An axis on which all values find room. */
export function scaleOf(values: readonly number[]): Scale {
  const least = Math.min(0, ...values)
  const highest = Math.max(0, ...values)
  const most = highest > least ? highest : 1
  const step = roundStep(most - least)
  const [from, to] = [Math.floor(least / step), Math.ceil(most / step)]
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => rounded((from + index) * step))
  return { low: rounded(from * step), high: rounded(to * step), ticks }
}

/** 1, 2 or 5 with zeros: the largest that makes enough steps of a span. */
function roundStep(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / fewestSteps))
  const largest = [5, 2].find((digit) => digit * power * fewestSteps <= span) ?? 1
  return largest * power
}

/** Without the last digits of a sum such as 0.1 + 0.2. */
function rounded(value: number): number {
  return Number(value.toPrecision(12))
}

/** Of how many labels every which one is drawn, so that none touches the next. */
export function labelStep(labels: readonly string[], widthPx: number, characterPx: number): number {
  const longest = Math.max(1, ...labels.map((label) => label.length + 1))
  const room = Math.max(1, Math.floor(widthPx / (longest * characterPx)))
  return Math.ceil(labels.length / room)
}

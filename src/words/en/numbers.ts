const plain = new Intl.NumberFormat('en-US')
const signed = new Intl.NumberFormat('en-US', { signDisplay: 'exceptZero' })
const relative = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' })

/** `12,345`. */
export function number(value: number): string {
  return plain.format(value)
}

/** `+15`, `−25`, with the real minus sign. */
export function signedNumber(value: number): string {
  return signed.format(value).replace('-', '−')
}

/** `a pod`, `2 pods`. */
export function counted(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`
}

const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** How long ago a moment was, in the largest unit that fits: `3 days ago`. */
export function ago(then: Date, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1_000)
  const fitting = UNITS.find(([, length]) => seconds >= length)
  if (!fitting) return 'just now'
  const [unit, length] = fitting
  return relative.format(-Math.floor(seconds / length), unit)
}

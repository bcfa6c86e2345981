/** How a language writes numbers, counts and times. */
export interface NumberWords {
  /** With the language's own separators: `12,345`. */
  readonly number: (value: number) => string
  /** `+15`, `−25`, with the real minus sign; 0 has no sign. */
  readonly signedNumber: (value: number) => string
  /** `1 pod`, `2 pods`, by the language's rule for singular and plural. */
  readonly counted: (count: number, one: string, many: string) => string
  /** How long ago a moment was, in the largest unit that fits: `3 days ago`. */
  readonly ago: (then: Date, now: Date) => string
}

const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** The numbers of a locale such as `fr-FR`; `justNow` stands for less than a minute ago. */
export function numberWords(locale: string, justNow: string): NumberWords {
  const plain = new Intl.NumberFormat(locale)
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const plurals = new Intl.PluralRules(locale)
  return {
    number: (value) => plain.format(value),
    signedNumber: (value) => signed.format(value).replace('-', '−'),
    counted: (count, one, many) =>
      `${plain.format(count)} ${plurals.select(count) === 'one' ? one : many}`,
    ago(then, now) {
      const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1_000)
      const fitting = UNITS.find(([, length]) => seconds >= length)
      if (!fitting) return justNow
      const [unit, length] = fitting
      return relative.format(-Math.floor(seconds / length), unit)
    },
  }
}

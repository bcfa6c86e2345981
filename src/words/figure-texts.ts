import type { Figure, FigureChange } from '../diff/figures.ts'

/** How a language writes figures; all else is the same in every language. */
export interface FigureWords {
  readonly names: Readonly<Record<Figure, string>>
  /** The names for one, where they are not the same: `1 ENI`. */
  readonly ofOne: Partial<Record<Figure, string>>
  readonly number: (value: number) => string
  readonly signedNumber: (value: number) => string
  /** What stands between a number and its percent sign. */
  readonly percentGap: string
}

/** The texts of figures that change. */
export function figureTexts({ names, ofOne, number, signedNumber, percentGap }: FigureWords) {
  /** `, −42 %`; nothing where there is no percentage. */
  const share = (percent: number | null): string =>
    percent === null ? '' : `, ${signedNumber(percent)}${percentGap}%`
  /** `held 60 → 35 (−25, −42 %)`. */
  const figureChange = ({ figure, from, to, delta, percent }: FigureChange): string => {
    const change = delta === 0 ? '=' : `${signedNumber(delta)}${share(percent)}`
    return `${names[figure]} ${number(from)} → ${number(to)} (${change})`
  }
  /** `−25 held`. */
  const figureDelta = (figure: Figure, delta: number): string => {
    const isOne = Math.abs(delta) === 1
    return `${signedNumber(delta)} ${(isOne && ofOne[figure]) || names[figure]}`
  }
  return { share, figureChange, figureDelta }
}

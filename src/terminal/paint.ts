/** How text can look in a terminal: the codes that begin and end it (ECMA-48, SGR). */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  cyan: [36, 39],
} as const

export type Style = keyof typeof STYLES

/** The text in that style. Colour never says anything that the text does not say as well. */
export function paint(text: string, style: Style): string {
  const [on, off] = STYLES[style]
  return `\u001b[${on}m${text}\u001b[${off}m`
}

/** The text with its check marks green and its crosses red. */
export function paintMarks(text: string): string {
  return text.replaceAll('✓', paint('✓', 'green')).replaceAll('✗', paint('✗', 'red'))
}

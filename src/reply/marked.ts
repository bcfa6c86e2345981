import type { Line } from './reply.ts'

/** A text of a catalogue as spans: what stands between backquotes is a word to type. */
export function marked(text: string): Line {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? { code: part } : part))
    .filter((span) => span !== '')
}

/** The same without the marks, for a place that shows none. */
export function unmarked(text: string): string {
  return text.replaceAll('`', '')
}

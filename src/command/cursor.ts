import type { Place } from './clause.ts'
import type { Token } from './tokenize.ts'

/** A position in the tokens of a line, and the text they were cut from. */
export interface Cursor {
  readonly text: string
  readonly tokens: readonly Token[]
  index: number
}

/** The token `ahead` places on, not taken yet. */
export function peek(cursor: Cursor, ahead = 0): Token | undefined {
  return cursor.tokens[cursor.index + ahead]
}

export function isSymbol(token: Token | undefined, ...symbols: readonly string[]): boolean {
  return token?.kind === 'symbol' && symbols.includes(token.text)
}

/** The word at that token in lower case, or '' where there is none. */
export function wordOf(token: Token | undefined): string {
  return token?.kind === 'word' ? token.text.toLowerCase() : ''
}

/** From the start of the token at `from` to the end of the last token that was taken. */
export function placeSince(cursor: Cursor, from: number): Place {
  const first = cursor.tokens[from]
  const last = cursor.tokens[Math.max(from, cursor.index - 1)]
  if (!first || !last) return { at: cursor.text.length, length: 0 }
  return { at: first.at, length: last.at + last.length - first.at }
}

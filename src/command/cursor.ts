import type { Place } from './clause.ts'
import { FILLERS, INPUT_KEY_STARTS, INPUT_OF_KEY } from './vocabulary.ts'
import type { Input } from './grammar.ts'
import type { Token } from './tokenize.ts'

/** A position in the tokens of a line, and the text they were cut from. */
export interface Cursor {
  readonly text: string
  readonly tokens: readonly Token[]
  index: number
  /** True where the line changes an earlier scenario. */
  readonly isChange?: boolean
}

/** The token `ahead` places on, not taken yet. */
export function peek(cursor: Cursor, ahead = 0): Token | undefined {
  return cursor.tokens[cursor.index + ahead]
}

export function isSymbol(token: Token | undefined, ...symbols: readonly string[]): boolean {
  return token?.kind === 'symbol' && symbols.includes(token.text)
}

/** `=` or `:`, between a word and its value. */
export function isSign(token: Token | undefined): boolean {
  return isSymbol(token, '=', ':')
}

/** The word at that token in lower case, or '' where there is none. */
export function wordOf(token: Token | undefined): string {
  return token?.kind === 'word' ? token.text.toLowerCase() : ''
}

/** The word `ahead` places on by `plainWord`, or '' where there is none. */
export function plainAt(cursor: Cursor, ahead = 0): string {
  return peek(cursor, ahead)?.plain ?? ''
}

/** Takes the `=` or `:` that may stand here, and says whether one did. */
export function takeSign(cursor: Cursor): boolean {
  const isThere = isSign(peek(cursor))
  if (isThere) cursor.index++
  return isThere
}

/** Passes over words that change nothing: `show me the #42`. */
export function passFillers(cursor: Cursor): void {
  while (FILLERS.has(plainAt(cursor))) cursor.index++
}

/** Takes the next token and all that follow it without a gap, as one text: a path, a subnet. */
export function takeAdjoining(cursor: Cursor): string {
  let text = ''
  for (let token = peek(cursor); token !== undefined; token = peek(cursor)) {
    text += token.text
    cursor.index++
    if (peek(cursor)?.at !== token.at + token.length) break
  }
  return text
}

/** The words of the longest spelling: `host network pods`. */
const MOST_WORDS = 3

/** The input that the next words name, together if they can (`max pods`), and how many they are. */
export function inputAhead(
  cursor: Cursor,
  ahead = 0,
): { readonly input: Input; readonly words: number } | null {
  let key = ''
  let longest: ReturnType<typeof inputAhead> = null
  for (let words = 1; words <= MOST_WORDS; words++) {
    const next = peek(cursor, ahead + words - 1)?.key ?? ''
    key += next
    if (next === '' || !INPUT_KEY_STARTS.has(key)) break
    const input = INPUT_OF_KEY.get(key)
    if (input) longest = { input, words }
  }
  return longest
}

/** From the start of the token at `from` to the end of the last token that was taken. */
export function placeSince(cursor: Cursor, from: number): Place {
  const first = cursor.tokens[from]
  const last = cursor.tokens[Math.max(from, cursor.index - 1)]
  if (!first || !last) return { at: cursor.text.length, length: 0 }
  return { at: first.at, length: last.at + last.length - first.at }
}

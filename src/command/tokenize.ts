import { characterMeaning } from './characters.ts'
import type { Place } from './clause.ts'
import { formsOf } from './spelling.ts'

/** A piece of the typed text, in plain characters, with its place in the text as it was typed. */
export interface Token extends Place {
  /** `open`: a quoted text that no quote closes. */
  readonly kind: 'word' | 'quoted' | 'open' | 'symbol'
  readonly text: string
  /** A word by `plainWord`, and by `keyOf`; '' for all that is no word. */
  readonly plain: string
  readonly key: string
}

const SPACE = 0x20
const BACKSLASH = 0x5c
/** What a backslash stands before where it means no more than a space; '' is the end of the text. */
const ESCAPED_SPACES = new Set(['n', 'r', 't', ' ', '\n', '\r', ''])
const TIMES = '×'
const SYMBOLS = new Set('=+/:#@')
const QUOTES = new Set('"\'')
/** Punctuation that only separates. A full stop and a comma do so unless they are inside a word. */
const SEPARATORS = new Set(',.;!?()[]{}`')

/**
 * Splits a line into words, quoted texts and symbols, in one pass: time grows with its length only.
 * One after the other, so that a long text is never held in pieces.
 */
export function* tokenize(text: string): Generator<Token, void> {
  let at = 0
  while (at < text.length) {
    const { kind, text: content, end } = pieceAt(text, at)
    const place = { at, length: end - at }
    if (kind === 'word') yield wordToken(content, place)
    else if (kind !== 'space') yield { kind, text: content, ...place, plain: '', key: '' }
    at = end
  }
}

/** A word that stands there in the typed text. */
export function wordToken(text: string, { at, length }: Place): Token {
  const { plain, key } = formsOf(text)
  return { kind: 'word', text, at, length, plain, key }
}

/** The places of characters that are refused, neighbours together; `tokenize` passes over them. */
export function refusedPlaces(text: string): readonly Place[] {
  if (IS_VISIBLE.test(text)) return []
  const places: { at: number; length: number }[] = []
  let at = 0
  while (at < text.length) {
    const { meaning, end } = characterAt(text, at)
    const last = places.at(-1)
    if (meaning.kind === 'refused') {
      if (last && last.at + last.length === at) last.length = end - last.at
      else places.push({ at, length: end - at })
    }
    at = end
  }
  return places
}

/** ASCII and the Latin letters with accents, without the soft hyphen: none of them is refused. */
const IS_VISIBLE = /^[\t\n\r -~\u00a0-\u00ac\u00ae-\u017f]*$/

interface Piece {
  readonly kind: Token['kind'] | 'space'
  readonly text: string
  readonly end: number
}

function pieceAt(text: string, at: number): Piece {
  if (text.charCodeAt(at) === SPACE) return { kind: 'space', text: '', end: at + 1 }
  const { meaning, end } = unquotedAt(text, at)
  if (meaning.kind !== 'text') return { kind: 'space', text: '', end }
  const character = meaning.text
  if (QUOTES.has(character)) return quotedFrom(text, end, character)
  if (SYMBOLS.has(character)) return { kind: 'symbol', text: character, end }
  if (character === TIMES || isTimes(character, text, at)) return { kind: 'word', text: 'x', end }
  if (endsWord(character, text, at, end)) return { kind: 'space', text: '', end }
  return wordFrom(text, at)
}

/** A quoted text runs to the next such quote; its letters stay as typed. */
function quotedFrom(text: string, start: number, quote: string): Piece {
  let content = ''
  let at = start
  while (at < text.length) {
    const { meaning, end } = characterAt(text, at)
    if (meaning.kind === 'text' && meaning.text === quote) {
      return { kind: 'quoted', text: content.trim(), end }
    }
    if (meaning.kind === 'text') content += text.slice(at, end)
    if (meaning.kind === 'space') content += ' '
    at = end
  }
  return { kind: 'open', text: content.trim(), end: at }
}

function wordFrom(text: string, start: number): Piece {
  let at = endOfPlain(text, start)
  let word = text.slice(start, at)
  while (at < text.length) {
    const { meaning, end } = unquotedAt(text, at)
    if (meaning.kind === 'space') break
    if (meaning.kind === 'text') {
      if (endsWord(meaning.text, text, at, end)) break
      word += meaning.text
    }
    at = end
  }
  return { kind: 'word', text: word, end: at }
}

/** Characters that a word has inside, whatever is around them. */
const IS_INSIDE = Array.from({ length: 128 }, (_, code) =>
  /[\w<>&|$%~^'-]/.test(String.fromCodePoint(code)),
)

/** The end of the plain characters from there on; most words are nothing else. */
function endOfPlain(text: string, start: number): number {
  let at = start
  while (IS_INSIDE[text.charCodeAt(at)] === true) at++
  return at
}

function endsWord(character: string, text: string, at: number, end: number): boolean {
  if (character === '.') return !/[\p{L}\p{N}]/u.test(characterAfter(text, end))
  if (character === ',') return !isInNumber(text, at, end)
  return (
    character === '"' ||
    character === '*' ||
    character === TIMES ||
    SYMBOLS.has(character) ||
    SEPARATORS.has(character)
  )
}

/** `1,000` and `,5` stay one word, to be refused as numbers rather than read as 1 and 5. */
function isInNumber(text: string, at: number, end: number): boolean {
  return /\p{N}/u.test(characterAfter(text, end)) && !/\p{L}/u.test(text.slice(at - 1, at))
}

/** `2*m5.large` and `2 * m5.large` multiply; a `*` beside one word makes that word bold. */
function isTimes(character: string, text: string, at: number): boolean {
  if (character !== '*') return false
  const around = [text.slice(Math.max(0, at - 1), at), characterAfter(text, at + 1)]
  return [/[\p{L}\p{N}]/u, /\s/].some((kind) => around.every((neighbour) => kind.test(neighbour)))
}

/** The next character that means something, or '' at the end. */
function characterAfter(text: string, start: number): string {
  let at = start
  while (at < text.length) {
    const { meaning, end } = unquotedAt(text, at)
    if (meaning.kind === 'text') return meaning.text
    if (meaning.kind === 'space') return ' '
    at = end
  }
  return ''
}

/** Outside quotes line ends are also written as `\n` where one line holds several, or follow a backslash. */
function unquotedAt(text: string, at: number) {
  if (text.charCodeAt(at) === BACKSLASH && ESCAPED_SPACES.has(text.charAt(at + 1))) {
    return { meaning: characterMeaning(' '), end: Math.min(at + 2, text.length) }
  }
  return characterAt(text, at)
}

function characterAt(text: string, at: number) {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return { meaning: characterMeaning(character), end: at + character.length }
}

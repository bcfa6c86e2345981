import { characterMeaning } from './characters.ts'

/** A piece of the typed text, in plain characters, with its place in the text as it was typed. */
export interface Token {
  /** `refused`: a character that has no meaning here. */
  readonly kind: 'word' | 'quoted' | 'symbol' | 'refused'
  readonly text: string
  /** Place of the first character, and how many characters it takes (UTF-16 units). */
  readonly at: number
  readonly length: number
}

const SYMBOLS = new Set('=+/:#@')
/** Punctuation that only separates. A full stop and a comma do so unless they are inside a word. */
const SEPARATORS = new Set(',.;!?()[]{}·')

/** Splits a line into words, quoted texts and symbols, in one pass: time grows with its length only. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const { kind, text: content, end } = pieceAt(text, at)
    if (kind !== 'space') tokens.push({ kind, text: content, at, length: end - at })
    at = end
  }
  return tokens
}

interface Piece {
  readonly kind: Token['kind'] | 'space'
  readonly text: string
  readonly end: number
}

function pieceAt(text: string, at: number): Piece {
  const { meaning, end } = characterAt(text, at)
  if (meaning.kind === 'refused') return { kind: 'refused', text: text.slice(at, end), end }
  if (meaning.kind !== 'text') return { kind: 'space', text: '', end }
  if (meaning.text === '"') return quotedFrom(text, end)
  if (SYMBOLS.has(meaning.text)) return { kind: 'symbol', text: meaning.text, end }
  if (SEPARATORS.has(meaning.text)) return { kind: 'space', text: '', end }
  return wordFrom(text, at)
}

/** A quoted text runs to the next quote, or to the end of the line; its letters stay as typed. */
function quotedFrom(text: string, start: number): Piece {
  let content = ''
  let refused = ''
  let end = start
  while (end < text.length) {
    const from = end
    const character = characterAt(text, from)
    end = character.end
    const { meaning } = character
    if (meaning.kind === 'text' && meaning.text === '"') break
    if (meaning.kind === 'refused') refused ||= text.slice(from, end)
    if (meaning.kind === 'text') content += text.slice(from, end)
    if (meaning.kind === 'space') content += ' '
  }
  return refused
    ? { kind: 'refused', text: refused, end }
    : { kind: 'quoted', text: content.trim(), end }
}

function wordFrom(text: string, start: number): Piece {
  let word = ''
  let end = start
  while (end < text.length) {
    const character = characterAt(text, end)
    const { meaning } = character
    if (meaning.kind === 'space' || meaning.kind === 'refused') break
    if (meaning.kind === 'text') {
      if (endsWord(meaning.text, text, character.end)) break
      word += meaning.text
    }
    end = character.end
  }
  return { kind: 'word', text: word, end }
}

/** `1,000` and `2.0` stay one word, to be refused as numbers rather than read as 1 and 2. */
function endsWord(character: string, text: string, next: number): boolean {
  if (character === '"' || SYMBOLS.has(character)) return true
  if (character === '.') return !/^[\p{L}\p{N}]/u.test(text.slice(next, next + 2))
  if (character === ',') return !/^\p{N}/u.test(text.slice(next, next + 2))
  return SEPARATORS.has(character)
}

function characterAt(text: string, at: number) {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return { meaning: characterMeaning(character), end: at + character.length }
}

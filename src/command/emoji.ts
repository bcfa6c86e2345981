import { isSymbol } from './cursor.ts'
import { wordToken, type Token } from './tokenize.ts'

/** Puts the signs around the name of an emoji into its word, so that they separate nothing: `:tada:`. */
export function joinEmoji(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = []
  for (let index = 0; index < tokens.length; index++) {
    const emoji = emojiAt(tokens, index)
    const token = emoji ?? tokens[index]
    if (token) joined.push(token)
    if (emoji) index += 2
  }
  return joined
}

function emojiAt(tokens: readonly Token[], index: number): Token | null {
  const [before, open, name, close] = [-1, 0, 1, 2].map((ahead) => tokens[index + ahead])
  if (!isSymbol(open, ':') || name?.kind !== 'word' || !isSymbol(close, ':')) return null
  const isApart = before === undefined || !isAgainst(before, open)
  if (!isApart || !isAgainst(open, name) || !isAgainst(name, close)) return null
  const length = name.length + 2
  return wordToken(`:${name.text}:`, { at: name.at - 1, length })
}

function isAgainst(token: Token | undefined, next: Token | undefined): boolean {
  return token !== undefined && next?.at === token.at + token.length
}

import { findInstance } from '../instance/instance.ts'
import { isSign, isSymbol } from './cursor.ts'
import { isHarmless } from './harmless.ts'
import { keyOf } from './spelling.ts'
import { wordToken, type Token } from './tokenize.ts'
import { AS, findInput } from './vocabulary.ts'

/**
 * Parts the words that count instances without a space: `x2`, `2xt3.2xlarge`, `t3.2xlargex2`. The
 * quotes of JSON around the name of a setting are no part of it.
 */
export function unglue(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, index) => {
    if (isQuotedSetting(token) || isKey(tokens, index)) return [wordToken(token.text, token)]
    if (isHelmName(token)) return [wordToken(token.text.slice(HELM.length), token)]
    if (token.kind !== 'word' || !BEGINS_OR_ENDS_IN_DIGIT.test(token.text)) return [token]
    const parts = partsOf(token.text.toLowerCase())
    const isWhole = parts === null || token.text.length < token.length || isName(tokens, index)
    return isWhole ? [token] : cut(token, parts)
  })
}

const TIMES = /x\d+$/
const BEGINS_OR_ENDS_IN_DIGIT = /^\d|\d$/

/** `"WARM_IP_TARGET"` */
function isQuotedSetting({ kind, text }: Token): boolean {
  if (kind !== 'quoted' || !text.includes('_')) return false
  return findInput(text) !== undefined || isHarmless(keyOf(text))
}

/** `"name": …`, `"value": …`, `"instanceType": …`: the keys of JSON. */
function isKey(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  return token?.kind === 'quoted' && KEYS.has(token.text) && isSymbol(tokens[index + 1], ':')
}

const KEYS: ReadonlySet<string> = new Set(['name', 'value', 'instanceType', 'nodes', 'pods'])
const HELM = 'env.'

/** `--set env.WARM_IP_TARGET=2` */
function isHelmName({ kind, text }: Token): boolean {
  if (kind !== 'word' || !text.startsWith(HELM)) return false
  const name = text.slice(HELM.length)
  return findInput(name) !== undefined || isHarmless(keyOf(name))
}

/** The `x2` of `as x2` is a name. */
function isName(tokens: readonly Token[], index: number): boolean {
  const before = isSign(tokens[index - 1]) ? index - 2 : index - 1
  return AS.has(tokens[before]?.plain ?? '')
}

function partsOf(word: string): readonly string[] | null {
  if (!word.includes('x')) return null
  const [, count = '', type = ''] = /^(\d+)x(.+)$/.exec(word) ?? []
  if (findInstance(type)) return [count, 'x', type]
  const times = TIMES.exec(word)
  if (!times) return null
  const before = word.slice(0, times.index)
  return before === '' || findInstance(before) ? [before, 'x', times[0].slice(1)] : null
}

function cut({ at }: Token, parts: readonly string[]): readonly Token[] {
  let start = at
  return parts.filter(Boolean).map((text) => {
    const token = wordToken(text, { at: start, length: text.length })
    start += text.length
    return token
  })
}

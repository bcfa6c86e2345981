import { findInstance, looksLikeInstance, nearestInstances } from '../instance/instance.ts'
import { CniVersion, NEWEST_CNI } from '../scenario/scenario.ts'
import type { Clause } from './clause.ts'
import { looksNumeric } from './count.ts'
import {
  inputAhead,
  isSign,
  isSymbol,
  peek,
  placeSince,
  takeSign,
  wordOf,
  type Cursor,
} from './cursor.ts'
import type { Problem } from './problem.ts'
import { isHarmless, readHarmless } from './harmless.ts'
import { audienceAhead } from './read-audience.ts'
import { readInput, readNone } from './read-input.ts'
import { readName } from './read-name.ts'
import { readNumber, readNumberWord } from './read-number.ts'
import { openQuote, problem, type Reading } from './reading.ts'
import type { Token } from './tokenize.ts'
import { readAgainst } from './read-reference.ts'
import { isMore } from './report.ts'
import { isCidrAt, readFree, readSubnets, takeFit } from './read-space.ts'
import { readUnknown } from './unknown.ts'
import {
  ALL,
  AS,
  CNI,
  FILLERS,
  FREE,
  INSTANCE,
  NEWEST,
  NO,
  NODES,
  SHARE,
  SUBNET,
  VS,
} from './vocabulary.ts'

/** So many names are offered for an instance type that does not exist. */
const MOST_NAMES = 3

/**
 * Reads all tokens into clauses, and collects every problem on the way. In a change, `- m5.large`
 * takes a node group away; elsewhere the `-` is the mark of a list.
 */
export function readClauses(
  text: string,
  tokens: readonly Token[],
  isChange = false,
): { readonly clauses: readonly Clause[]; readonly problems: readonly Problem[] } {
  const cursor: Cursor = { text, tokens, index: 0, isChange }
  const clauses: Clause[] = []
  const problems: Problem[] = []
  while (isMore(cursor, problems)) {
    const reading = readOne(cursor, clauses.at(-1))
    if (reading === null) continue
    if ('code' in reading) problems.push(reading)
    else clauses.push(reading)
  }
  return { clauses, problems }
}

function readOne(cursor: Cursor, before: Clause | undefined): Reading {
  const from = cursor.index++
  const token = cursor.tokens[from]
  if (token === undefined) return null
  if (token.kind === 'open') return openQuote(cursor, from)
  if (isSymbol(token, '+')) return { kind: 'plus', ...placeSince(cursor, from) }
  if (looksLikeInstance(token.text.toLowerCase())) return readType(cursor, from, before)
  return token.kind === 'word' ? readWord(cursor, from, token) : readUnknown(cursor, from)
}

function readWord(cursor: Cursor, from: number, token: Token): Reading {
  if (isCidrAt(cursor, from)) {
    cursor.index = from
    return readSubnets(cursor, from)
  }
  if (looksNumeric(token.text)) return readNumber(cursor, from, token)
  const number = readNumberWord(cursor, from, token)
  if (number !== null) return number
  const word = token.plain
  if (ALL.has(word) && takeSign(cursor)) return { kind: 'all', ...placeSince(cursor, from) }
  if (AS.has(word) && !isNameOfSetting(cursor)) return readName(cursor, from)
  if (CNI.has(word)) return readVersion(cursor, from)
  if (SUBNET.has(word)) return readSubnets(cursor, from)
  if (FREE.has(word)) return readFree(cursor, from)
  if (VS.has(word)) return readAgainst(cursor, from, 'vs')
  const seenBy = audienceAhead(cursor, -1)
  if (seenBy) {
    cursor.index = from + seenBy.words
    return { kind: 'audience', audience: seenBy.audience, ...placeSince(cursor, from) }
  }
  if (NO.has(word) || (word === '-' && cursor.isChange && isTypeAhead(cursor))) {
    return isTypeAhead(cursor) ? readWithout(cursor, from) : readNone(cursor, from)
  }
  if (isHarmless(token.key)) return readHarmless(cursor, from)
  if (takeTypeLabel(cursor, from)) return null
  const named = inputAhead(cursor, -1)
  if (named) {
    cursor.index = from + named.words
    return readInput(cursor, from, named.input)
  }
  if (!FILLERS.has(word) && !AS.has(word) && !SHARE.has(word)) {
    return takeFit(cursor, from) ? readSubnets(cursor, cursor.index) : readUnknown(cursor, from)
  }
  takeSign(cursor)
  return null
}

/** Takes the rest of `instance: m5.large`, `instance type m5.large`: a word before a type, no number of nodes. */
function takeTypeLabel(cursor: Cursor, from: number): boolean {
  if (!INSTANCE.has(cursor.tokens[from]?.plain ?? '')) return false
  const type = wordOf(peek(cursor)) === 'type' ? 1 : 0
  const sign = isSign(peek(cursor, type)) ? 1 : 0
  const isLabel = looksLikeInstance(peek(cursor, type + sign)?.text.toLowerCase() ?? '')
  if (isLabel) cursor.index += type + sign
  return isLabel
}

function isTypeAhead(cursor: Cursor): boolean {
  return looksLikeInstance(wordOf(peek(cursor)))
}

/** `without m5.large`, in a change: the node group of that type goes. */
function readWithout(cursor: Cursor, from: number): Reading {
  const type = cursor.index++
  const reading = readType(cursor, type, undefined)
  if (reading === null || 'code' in reading || reading.kind !== 'type') return reading
  return { kind: 'without', name: reading.name, ...placeSince(cursor, from) }
}

/** Kubernetes' `- name: WARM_IP_TARGET`, `value: "2"`: not a name for the scenario. */
function isNameOfSetting(cursor: Cursor): boolean {
  const start = isSign(peek(cursor)) ? 1 : 0
  const words = isHarmless(peek(cursor, start)?.key ?? '') ? 1 : inputAhead(cursor, start)?.words
  return words !== undefined && wordOf(peek(cursor, start + words)) === 'value'
}

function readType(cursor: Cursor, from: number, before: Clause | undefined): Reading {
  const name = cursor.tokens[from]?.text.toLowerCase() ?? ''
  const near = findInstance(name) ? null : nearestInstances(name, MOST_NAMES)
  const reading: Reading =
    near === null
      ? { kind: 'type', name, ...placeSince(cursor, from) }
      : problem(cursor, from, { code: 'unknown-type', nearest: near }, near[0] ?? null)
  if (before?.kind === 'input' && before.isOfType) takeLateUnit(cursor)
  takeSign(cursor)
  return reading
}

/** Takes the "nodes" of `2 t3.2xlarge nodes`, which belongs to the number before the type. */
function takeLateUnit(cursor: Cursor): void {
  const unit = inputAhead(cursor)
  if (unit?.input === NODES && !isSign(peek(cursor, unit.words))) cursor.index += unit.words
}

/** `1.18`, `v1.18.2`, or with the suffix of an EKS add-on: `v1.18.2-eksbuild.1`. */
function readVersion(cursor: Cursor, from: number): Reading {
  if (wordOf(peek(cursor)) === 'version') cursor.index++
  takeSign(cursor)
  const token = peek(cursor)
  const typed = token?.kind === 'quoted' ? token.text : wordOf(token)
  if (typed) cursor.index++
  if (NEWEST.has(token?.plain ?? '')) {
    return { kind: 'cni', version: NEWEST_CNI, ...placeSince(cursor, from) }
  }
  const version = typed.replace(/^v/, '').replace(/-eksbuild\.\d+$/, '')
  if (CniVersion.safeParse(version).success) {
    return { kind: 'cni', version, ...placeSince(cursor, from) }
  }
  return problem(cursor, from, { code: 'unknown-version' })
}

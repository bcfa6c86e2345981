import { failure, success, type Result } from '../result.ts'
import { buildAsk } from './build.ts'
import type { Place } from './clause.ts'
import type { Command } from './command.ts'
import type { Problem } from './problem.ts'
import { withoutCommand } from './pasted.ts'
import { readClauses } from './read.ts'
import { refusedPlaces, tokenize } from './tokenize.ts'
import { unglue } from './unglue.ts'

/** The longest line that is read, in UTF-16 units; what people type or paste is far below. */
export const LONGEST_LINE = 4_000

const LINE_TOO_LONG: Problem = {
  code: 'line-too-long',
  most: LONGEST_LINE,
  at: LONGEST_LINE,
  length: 0,
  text: '',
  suggestion: null,
}

const HELP_WORDS: ReadonlySet<string> = new Set(['help', '--help', '-h', 'aide'])

const WHY_WORDS: ReadonlySet<string> = new Set(['why', 'pourquoi'])

/**
 * Reads a line. All problems come at once, each with its place and, where it can be guessed, what
 * was meant. A line with no word in it asks for help.
 */
export function parse(text: string): Result<Command, Problem> {
  if (text.length > LONGEST_LINE) return failure([LINE_TOO_LONG])
  const refused = refusedPlaces(text).map((place) => refusedCharacters(text, place))
  const tokens = unglue(withoutCommand(tokenize(text)))
  const first = tokens[0]
  if (first === undefined || HELP_WORDS.has(first.text.toLowerCase())) {
    return refused.length > 0 ? failure(refused) : success({ kind: 'help' })
  }
  const isWhy = WHY_WORDS.has(first.text.toLowerCase())
  const { clauses, problems: found } = readClauses(text, isWhy ? tokens.slice(1) : tokens)
  const { ask, problems } = buildAsk(text, clauses, [...refused, ...found])
  if (problems.length > 0) return failure(problems.toSorted((a, b) => a.at - b.at))
  return success(isWhy ? { kind: 'why', scenario: ask.scenario } : ask)
}

/** The line with every suggestion put in, or `null` where it would still not be a good line. */
export function correctedLine(text: string, problems: readonly Problem[]): string | null {
  if (problems.some(({ suggestion }) => suggestion === null)) return null
  const corrected = problems
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (line, { at, length, suggestion }) =>
        line.slice(0, at) + suggestion + line.slice(at + length),
      text,
    )
    .trim()
  return corrected !== '' && parse(corrected).ok ? corrected : null
}

/** They are invisible, so nobody meant them: the line without them is what was typed. */
function refusedCharacters(text: string, { at, length }: Place): Problem {
  const typed = text.slice(at, at + length)
  return { code: 'refused-character', at, length, text: typed, suggestion: '' }
}

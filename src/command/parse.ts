import { findInstance } from '../instance/instance.ts'
import { failure, success, type Result } from '../result.ts'
import { buildAsk } from './build.ts'
import type { Command } from './command.ts'
import type { Problem } from './problem.ts'
import { readClauses } from './read.ts'
import { tokenize } from './tokenize.ts'

/** The longest line that is read, in UTF-16 units; what people type or paste is far below. */
export const LONGEST_LINE = 4_000

const HELP_WORDS: ReadonlySet<string> = new Set(['help', '--help', '-h', 'aide'])

/**
 * Reads a line. All problems come at once, each with its place and, where it can be guessed, what
 * was meant. A line with no word in it asks for help.
 */
export function parse(text: string): Result<Command, Problem> {
  if (text.length > LONGEST_LINE) return failure([lineTooLong(text)])
  const tokens = tokenize(text)
  const first = tokens[0]
  if (first === undefined || HELP_WORDS.has(first.text.toLowerCase())) {
    return success({ kind: 'help' })
  }
  const { clauses, problems } = readClauses(text, tokens)
  const built = buildAsk(text, clauses)
  const all = [...problems, ...withoutEchoes(built.problems, problems)]
  return all.length > 0 ? failure(all.toSorted((a, b) => a.at - b.at)) : success(built.command)
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
  return parse(corrected).ok ? corrected : null
}

/** A type is not missing where one was named that nobody knows, or misspelt: that is said already. */
function withoutEchoes(built: readonly Problem[], read: readonly Problem[]): readonly Problem[] {
  const namedOne = read.some(
    ({ code, suggestion }) =>
      code === 'unknown-type' || (suggestion !== null && findInstance(suggestion) !== undefined),
  )
  return namedOne ? built.filter(({ code }) => code !== 'type-missing') : built
}

function lineTooLong(text: string): Problem {
  return {
    code: 'line-too-long',
    most: LONGEST_LINE,
    at: LONGEST_LINE,
    length: text.length - LONGEST_LINE,
    text: '',
    suggestion: null,
  }
}

import { looksLikeInstance } from '../instance/instance.ts'
import { suggest } from '../nearest.ts'
import { failure, success, type Result } from '../result.ts'
import { NEWEST_CNI } from '../scenario/scenario.ts'
import type { Place } from './clause.ts'
import type { Command } from './command.ts'
import type { CommandWord } from './command-word.ts'
import { tokensBesideComments } from './comments.ts'
import { COMMANDS } from './commands.ts'
import { courtesyOf, withoutCourtesy } from './courtesy.ts'
import { looksNumeric } from './count.ts'
import { isSymbol, peek, wordOf, type Cursor } from './cursor.ts'
import type { ParseOptions, ReadContext } from './operands.ts'
import { withoutCommand } from './pasted.ts'
import type { Problem } from './problem.ts'
import { readAsk } from './read-ask.ts'
import { isOfName } from './read-name.ts'
import { problem } from './reading.ts'
import { MOST_PROBLEMS } from './report.ts'
import { commandMeantBy, commandsByKey, takeCommand } from './take-command.ts'
import { refusedPlaces } from './tokenize.ts'
import { keyOf, plainWord } from './spelling.ts'
import { SPELLINGS, VS } from './vocabulary.ts'

export type { ParseOptions } from './operands.ts'

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

const USUALLY: ParseOptions = { follows: false, cni: NEWEST_CNI }

type Parse = (text: string, options?: Partial<ParseOptions>) => Result<Command, Problem>

/**
 * Reads a line. All problems come at once, each with its place and, where it can be guessed, what
 * was meant. A line with no word in it asks for help.
 */
export const parse: Parse = parserOf(COMMANDS)

/** The reader of lines that may begin with these commands. */
export function parserOf(commands: readonly CommandWord[]): Parse {
  const byKey = commandsByKey(commands)
  return (text, options) => {
    if (text.length > LONGEST_LINE) return failure([LINE_TOO_LONG])
    const refused = refusedPlaces(text)
      .slice(0, MOST_PROBLEMS)
      .map((place) => refusedCharacters(text, place))
    const tokens = withoutCommand(text, [...tokensBesideComments(text)])
    const courtesy = courtesyOf(tokens)
    if (courtesy !== null && refused.length === 0) return success({ kind: 'courtesy', courtesy })
    const cursor: Cursor = { text, tokens: withoutCourtesy(tokens), index: 0 }
    const read = readLine(cursor, { ...USUALLY, ...options, commands, word: '' }, byKey)
    const problems = [...refused, ...(read.ok ? [] : read.problems)]
    return read.ok && problems.length === 0
      ? read
      : failure(problems.toSorted((a, b) => a.at - b.at))
  }
}

function readLine(
  cursor: Cursor,
  context: ReadContext,
  byKey: ReadonlyMap<string, CommandWord>,
): Result<Command, Problem> {
  if (cursor.tokens.length === 0) return success({ kind: 'help', topic: null })
  const command = takeCommand(cursor, byKey) ?? byKey.get(commandOfRun(cursor))
  if (command) return command.read(cursor, { ...context, word: command.word })
  const misspelt = misspeltCommand(cursor, context)
  return misspelt === null ? readAsk(cursor, context) : failure([misspelt])
}

/** What a line that begins with a run asks for: `#42`, `#41 vs #42`, `#42 40 pods`. */
function commandOfRun(cursor: Cursor): string {
  if (!isSymbol(peek(cursor), '#')) return ''
  const next = peek(cursor, 2)
  if (next === undefined) return keyOf('show')
  return isSymbol(next, '#') || VS.has(next.plain) ? keyOf('compare') : keyOf('what-if')
}

/** A first word that no scenario has and that is near to a command; the rest is then the command's. */
function misspeltCommand(cursor: Cursor, { commands }: ReadContext): Problem | null {
  const word = wordOf(peek(cursor))
  if (!isOfName(cursor) || looksNumeric(word)) return null
  if (cursor.tokens.some((token) => looksLikeInstance(wordOf(token)))) return null
  const meant = commandMeantBy(word, commands)
  if (meant === null || suggest(plainWord(word), [meant, ...SPELLINGS]) !== meant) return null
  cursor.index++
  return problem(cursor, 0, { code: 'unknown-word' }, meant)
}

/** The line with every suggestion put in, or `null` where it would still not be a good line. */
export function correctedLine(
  text: string,
  problems: readonly Problem[],
  options: Partial<ParseOptions> = {},
): string | null {
  if (problems.some(({ suggestion }) => suggestion === null)) return null
  const corrected = problems
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (line, { at, length, suggestion }) =>
        joined(line.slice(0, at), suggestion ?? '', line.slice(at + length)),
      text,
    )
    .trim()
  return corrected !== '' && parse(corrected, options).ok ? corrected : null
}

/** Where nothing is left between two spaces, one of them goes too. */
function joined(before: string, suggestion: string, after: string): string {
  const isGap = suggestion === '' && before.endsWith(' ') && after.startsWith(' ')
  return before + suggestion + (isGap ? after.slice(1) : after)
}

/** They are invisible, so nobody meant them: the line without them is what was typed. */
function refusedCharacters(text: string, { at, length }: Place): Problem {
  const typed = text.slice(at, at + length)
  return { code: 'refused-character', at, length, text: typed, suggestion: '' }
}

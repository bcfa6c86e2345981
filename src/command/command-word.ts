import { failure, success, type Result } from '../result.ts'
import type { Command } from './command.ts'
import { peek, wordOf, type Cursor } from './cursor.ts'
import type { Operands, ReadContext } from './operands.ts'
import type { Problem } from './problem.ts'
import { problem } from './reading.ts'

interface CommandEntry<Word extends string> {
  /** The word as help and canonical lines print it. */
  readonly word: Word
  /** Other spellings, English and French; case, `-`, `_` and accents make no difference. */
  readonly also: readonly string[]
  /** What may follow, as help prints it. */
  readonly operands: string
  /** Whole lines. */
  readonly examples: readonly string[]
  /** False where the word means something else in this line. */
  readonly isMeant?: (cursor: Cursor) => boolean
}

/** A word that a line may begin with, and what it makes of the rest. */
export interface CommandWord<Word extends string = string> extends CommandEntry<Word> {
  readonly read: (cursor: Cursor, context: ReadContext) => Result<Command, Problem>
}

/** An entry of the table: what it takes, and the command that this makes. */
export function command<Word extends string, T>({
  takes,
  make,
  ...entry
}: CommandEntry<Word> & {
  readonly takes: Operands<T>
  readonly make: (value: T) => Command
}): CommandWord<Word> {
  return {
    ...entry,
    read(cursor, context) {
      const taken = takes(cursor, context)
      const rest = restOf(cursor, entry.word)
      const problems = [...(taken.ok ? [] : taken.problems), ...rest]
      return taken.ok && problems.length === 0 ? success(make(taken.value)) : failure(problems)
    },
  }
}

/** What a command has not taken. A line without it is offered where no run and no number is lost. */
function restOf(cursor: Cursor, word: string): readonly Problem[] {
  const from = cursor.index
  if (from >= cursor.tokens.length) return []
  const isWordAlone = from === cursor.tokens.length - 1 && /^\p{L}+$/u.test(wordOf(peek(cursor)))
  cursor.index = cursor.tokens.length
  return [problem(cursor, from, { code: 'unexpected', word }, isWordAlone ? '' : null)]
}

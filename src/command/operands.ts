import type { Result } from '../result.ts'
import type { CommandWord } from './command-word.ts'
import type { Cursor } from './cursor.ts'
import type { Problem } from './problem.ts'

/** How lines are read where they are typed. */
export interface ParseOptions {
  /** True in a conversation about a scenario, where `40 pods` alone changes that scenario. */
  readonly follows: boolean
  /** The VPC CNI version of a line that names none. */
  readonly cni: string
}

export interface ReadContext extends ParseOptions {
  /** The commands that there are, for help. */
  readonly commands: readonly CommandWord[]
  /** The command that is read. */
  readonly word: string
}

/** Reads what a command takes. What is left over afterwards is a problem of its own. */
export type Operands<T> = (cursor: Cursor, context: ReadContext) => Result<T, Problem>

import type { Place } from './clause.ts'
import type { Cursor } from './cursor.ts'
import type { Problem, ProblemDetail } from './problem.ts'

/** Adds a problem with the text at that place. */
export type Report = (place: Place, detail: ProblemDetail, suggestion?: string | null) => void

/** A text with more mistakes is no scenario; what else is wrong with it would help nobody. */
export const MOST_PROBLEMS = 20

/** Reports problems of that text into the list, until it is full. */
export function reporter(text: string, problems: Problem[]): Report {
  return ({ at, length }, detail, suggestion = null) => {
    if (problems.length >= MOST_PROBLEMS) return
    problems.push({ ...detail, at, length, text: text.slice(at, at + length), suggestion })
  }
}

/** Whether there is something left to read in a line with these problems so far. */
export function isMore(cursor: Cursor, problems: readonly Problem[]): boolean {
  if (problems.length >= MOST_PROBLEMS) cursor.index = cursor.tokens.length
  return cursor.index < cursor.tokens.length
}

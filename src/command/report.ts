import type { Place } from './clause.ts'
import type { Problem, ProblemDetail } from './problem.ts'

/** Adds a problem with the text at that place. */
export type Report = (place: Place, detail: ProblemDetail, suggestion?: string | null) => void

/** Reports problems of that text into the list. */
export function reporter(text: string, problems: Problem[]): Report {
  return ({ at, length }, detail, suggestion = null) => {
    problems.push({ ...detail, at, length, text: text.slice(at, at + length), suggestion })
  }
}

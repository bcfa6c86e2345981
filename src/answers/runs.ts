import type { Problem, ProblemDetail } from '../command/problem.ts'
import type { RunReference } from '../command/run-reference.ts'
import { unknownName } from '../command/unknown-name.ts'
import type { Found, Run } from '../history/history.ts'
import { failure, success, type Result } from '../result.ts'
import type { Context } from './context.ts'

/** A run that was stored; every one has a number. */
export type StoredRun = Run & { readonly number: number }

/** The run that somebody points at, or a problem at the words that do so. */
export async function findRun(
  reference: RunReference,
  context: Context,
): Promise<Result<StoredRun, Problem>> {
  return foundRun(await context.history.find(context.asker, reference), reference, context)
}

/** The run that was found, or a problem at the words that point at it. */
export async function foundRun(
  found: Found,
  reference: RunReference,
  context: Context,
): Promise<Result<StoredRun, Problem>> {
  if (found.kind === 'run' && isStored(found.run)) return success(found.run)
  if (found.kind === 'none' && reference.kind === 'name') {
    return failure([unknownName(reference, await context.history.names(context.asker))])
  }
  return failure([problemAt(reference, missing(found, reference), context.text)])
}

/** Every run that is pointed at, or all problems in finding them. */
export async function findRuns(
  references: readonly RunReference[],
  context: Context,
): Promise<Result<readonly StoredRun[], Problem>> {
  const found = await Promise.all(references.map((reference) => findRun(reference, context)))
  const problems = found.flatMap((result) => (result.ok ? [] : result.problems))
  if (problems.length > 0) return failure(problems)
  return success(found.flatMap((result) => (result.ok ? [result.value] : [])))
}

export function isStored(run: Run): run is StoredRun {
  return run.number !== null
}

function missing(found: Found, reference: RunReference): ProblemDetail {
  if (found.kind === 'deleted') return { code: 'deleted-run', number: found.number }
  if (found.kind === 'unreadable') return { code: 'unreadable-run', number: found.number }
  return { code: reference.kind === 'last' ? 'no-run-yet' : 'unknown-run' }
}

/** A problem with what stands at a place of the line. */
export function problemAt(
  { at, length }: { readonly at: number; readonly length: number },
  detail: ProblemDetail,
  text: string,
): Problem {
  return { ...detail, at, length, text: text.slice(at, at + length), suggestion: null }
}

import { applyChange } from '../command/change.ts'
import type { Question } from '../command/command.ts'
import type { Hint } from '../command/hint.ts'
import type { Problem } from '../command/problem.ts'
import { failure, success, type Result } from '../result.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Context } from './context.ts'
import { findRun, problemAt, type StoredRun } from './runs.ts'

/** A question with nothing left open. */
export interface Settled {
  readonly scenario: Scenario
  /** The run that the question changes, or `null`. */
  readonly base: StoredRun | null
  /** What the scenario has from that run, in canonical words. */
  readonly inherited: readonly string[]
  /** What is odd about a changed scenario. */
  readonly hints: readonly Hint[]
}

/** Puts the change that a question asks for on the run that it means. */
export async function settleQuestion(
  question: Question,
  context: Context,
): Promise<Result<Settled, Problem>> {
  if (question.kind === 'scenario') {
    return success({ scenario: question.scenario, base: null, inherited: [], hints: [] })
  }
  const base = await baseOf(question, context)
  if (!base.ok) return base
  const changed = applyChange(base.value.scenario, question.change)
  return changed.ok ? success({ ...changed.value, base: base.value }) : changed
}

async function baseOf(
  { of }: Extract<Question, { kind: 'change' }>,
  context: Context,
): Promise<Result<StoredRun, Problem>> {
  if (of !== null) return findRun(of, context)
  if (context.conversation) return success(context.conversation)
  const { text } = context
  const place = { at: 0, length: text.length }
  return failure([problemAt(place, { code: 'no-conversation' }, text)])
}

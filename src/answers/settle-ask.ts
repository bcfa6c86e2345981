import type { Ask } from '../command/command.ts'
import type { Problem } from '../command/problem.ts'
import { failure, success, type Result } from '../result.ts'
import { audienceOf } from './audience.ts'
import type { Context } from './context.ts'
import { settleQuestion, type Settled } from './question.ts'
import { findRun, type StoredRun } from './runs.ts'

/** A question to be answered and kept, with nothing left open. */
export interface SettledAsk extends Settled {
  readonly name: string | null
  /** The run to compare with, where the line names one. */
  readonly against: StoredRun | null
  readonly audience: 'asker' | 'channel'
}

/** Finds every run that a line means, or tells all that keeps it from being asked. */
export async function settleAsk(
  command: Ask,
  context: Context,
): Promise<Result<SettledAsk, Problem>> {
  const question = await settleQuestion(command.question, context)
  const against = command.against && (await findRun(command.against, context))
  if (!question.ok || against?.ok === false) {
    return failure([question, against].flatMap((part) => (part?.ok === false ? part.problems : [])))
  }
  const runs = [question.value.base, against?.value ?? null]
  return success({
    ...question.value,
    name: command.name,
    against: against?.value ?? null,
    audience: audienceOf(command.audience, runs, context),
    hints: [...command.hints, ...question.value.hints],
  })
}

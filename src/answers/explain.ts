import { allocate } from '../allocation/allocate.ts'
import { traceGroup } from '../allocation/trace.ts'
import type { Question } from '../command/command.ts'
import { whyReply } from '../reply/why-reply.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { settleQuestion } from './question.ts'
import { refuse } from './refuse.ts'

/** Why a scenario takes what it takes, decision by decision; nothing is stored. */
export async function explain(asked: Question, context: Context): Promise<Answered> {
  const question = await settleQuestion(asked, context)
  if (!question.ok) return refuse(question.problems, context)
  const { scenario } = question.value
  const plan = allocate(scenario)
  const traces = scenario.groups.map((group) => traceGroup(group, scenario.cni))
  const explained = { scenario, plan, traces }
  return {
    reply: whyReply({ ...explained, words: context.words }),
    outcome: { kind: 'explained', ...explained },
  }
}

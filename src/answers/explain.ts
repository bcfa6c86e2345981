import { allocate } from '../allocation/allocate.ts'
import { traceGroup } from '../allocation/trace.ts'
import type { Command } from '../command/command.ts'
import { whyReply } from '../reply/why-reply.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { settleQuestion } from './question.ts'
import { refuse } from './refuse.ts'

/** Why a scenario takes what it takes, decision by decision; nothing is stored. */
export async function explain(
  { question: asked, audience }: Extract<Command, { kind: 'why' }>,
  context: Context,
): Promise<Answered> {
  const question = await settleQuestion(asked, context)
  if (!question.ok) return refuse(question.problems, context)
  const { scenario } = question.value
  const plan = allocate(scenario)
  const traces = scenario.groups.map((group) => traceGroup(group, scenario.cni))
  const explained = { scenario, plan, traces }
  const reply = whyReply({ ...explained, words: context.words })
  return {
    // A channel has seen the figures; the decisions behind them are for whoever wants to know.
    reply: { ...reply, audience: audience ?? 'asker' },
    outcome: { kind: 'explained', ...explained },
  }
}

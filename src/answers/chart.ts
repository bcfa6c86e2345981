import type { Command, Question } from '../command/command.ts'
import { format } from '../command/format.ts'
import { staircase } from '../planner/staircase.ts'
import { chartReply } from '../reply/chart-reply.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { audienceOf } from './audience.ts'
import { settleQuestion, type Settled } from './question.ts'
import { refuse } from './refuse.ts'

/** The addresses of a node against its pods, for each node group; nothing is stored. */
export async function chart(
  command: Extract<Command, { kind: 'chart' }>,
  context: Context,
): Promise<Answered> {
  const { question: asked } = command
  const question = await settleQuestion(asked, context)
  if (!question.ok) return refuse(question.problems, context)
  const { scenario, base } = question.value
  const groups = scenario.groups.map((group) => ({
    group,
    staircase: staircase(group, scenario.cni),
  }))
  const reply = chartReply({ label: labelOf(question.value, asked), groups, words: context.words })
  const audience = audienceOf(command.audience, [base], context)
  return {
    reply: { ...reply, audience },
    outcome: { kind: 'charted', scenario, staircases: groups.map((group) => group.staircase) },
  }
}

/** `#42` where a run is meant as it is, else the line of what is meant. */
export function labelOf({ scenario, base }: Settled, asked: Question): string {
  const isChanged = asked.kind === 'change' && asked.change.clauses.length > 0
  return base && !isChanged ? `#${base.number}` : format(scenario)
}

import type { Command, Question } from '../command/command.ts'
import { formatCommand } from '../command/format-command.ts'
import { format } from '../command/format.ts'
import { application } from '../planner/apply.ts'
import { applyReply } from '../reply/apply-reply.ts'
import type { Answered } from './answered.ts'
import { labelOf } from './chart.ts'
import type { Context } from './context.ts'
import { audienceOf } from './audience.ts'
import { settleQuestion, type Settled } from './question.ts'
import { refuse } from './refuse.ts'
import { isStored, type StoredRun } from './runs.ts'

type ApplyCommand = Extract<Command, { kind: 'apply' }>

/** How a cluster gets the settings of a scenario, and how it goes back; nothing is stored. */
export async function apply(command: ApplyCommand, context: Context): Promise<Answered> {
  const { question: asked } = command
  const question = await settleQuestion(asked, context)
  if (!question.ok) return refuse(question.problems, context)
  const { scenario, base } = question.value
  const earlier = await earlierRun(question.value, asked, context)
  const made = application(scenario, earlier?.scenario ?? null)
  const reply = applyReply({
    label: labelOf(question.value, asked),
    again: againLine(command, question.value),
    application: made,
    earlier: earlier && `#${earlier.number}`,
    words: context.words,
  })
  const audience = audienceOf(command.audience, [base], context)
  return { reply: { ...reply, audience }, outcome: { kind: 'applied', application: made } }
}

/** What a changed scenario goes back to is the run that it changes; a run goes back to its own. */
async function earlierRun(
  { base }: Settled,
  asked: Question,
  { history, asker }: Context,
): Promise<StoredRun | null> {
  if (base === null || asked.kind === 'scenario') return null
  if (asked.change.clauses.length > 0) return base
  if (base.parent === null) return null
  const found = await history.find(asker, { kind: 'number', number: base.parent })
  return found.kind === 'run' && isStored(found.run) ? found.run : null
}

/** A change names the run that it changes, whose settings are the way back. */
function againLine(command: ApplyCommand, { scenario, base }: Settled): string {
  const { question } = command
  if (question.kind === 'scenario' || base === null) return `apply ${format(scenario)}`
  const { at, length } = question.of ?? { at: 0, length: 0 }
  const of = { kind: 'number', number: base.number, at, length } as const
  return formatCommand({ ...command, question: { ...question, of } })
}

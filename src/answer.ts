import { allocate } from './allocation/allocate.ts'
import { apply } from './answers/apply.ts'
import { budget, budgetWith } from './answers/budget.ts'
import { changeRun } from './answers/change-run.ts'
import { chart } from './answers/chart.ts'
import type { Answered, Outcome } from './answers/answered.ts'
import { compare } from './answers/compare.ts'
import { parseOptions, type Context } from './answers/context.ts'
import { conversationRun } from './answers/conversation.ts'
import { explain } from './answers/explain.ts'
import { exportRuns } from './answers/export.ts'
import { lineage } from './answers/lineage.ts'
import { list } from './answers/list.ts'
import { settleQuestion } from './answers/question.ts'
import { refuse } from './answers/refuse.ts'
import { remarksOn } from './answers/remarks.ts'
import { findRun } from './answers/runs.ts'
import { settings } from './answers/settings.ts'
import { show } from './answers/show.ts'
import type { Ask, Command } from './command/command.ts'
import { format } from './command/format.ts'
import { parse } from './command/parse.ts'
import { diff } from './diff/diff.ts'
import type { Budgets } from './history/budgets.ts'
import type { Asker, History, Request } from './history/history.ts'
import type { Preference, Preferences } from './history/preferences.ts'
import { helpReply } from './reply/help-reply.ts'
import { planReply } from './reply/plan-reply.ts'
import type { Reply } from './reply/reply.ts'
import type { Words } from './words/words.ts'

export type { Outcome } from './answers/answered.ts'

/** What the way from a line to its answer needs from outside. */
export interface Means<Drawn> {
  readonly history: History
  /** `null` where the door keeps none, as in a terminal. */
  readonly budgets: Budgets | null
  /** `null` where the door has settings of its own. */
  readonly preferences: Preferences | null
  /** What the asker has set for themself. */
  readonly preference: Preference
  readonly words: Words
  readonly now: Date
  /** True for a line that eksip printed itself: it says all that it means. */
  readonly isCanonical: boolean
  /** The reader's time zone, such as `Europe/Paris`. */
  readonly timeZone: string
  /** How the door that was knocked at shows a reply: Block Kit, a terminal's text, JSON. */
  readonly draw: (reply: Reply, outcome: Outcome) => Drawn
}

/** Answers a line. One with problems is answered with all of them, and nothing is stored. */
export async function answer<Drawn>(
  text: string,
  asker: Asker,
  request: Request,
  { draw, ...means }: Means<Drawn>,
): Promise<Drawn> {
  const conversation = await conversationRun(asker, means.history)
  const context: Context = { text, asker, request, conversation, ...means }
  const parsed = parse(text, parseOptions(context))
  const { reply, outcome } = parsed.ok
    ? await answerTo(parsed.value, context)
    : refuse(parsed.problems, context)
  return draw(reply, outcome)
}

/** The whole way: question → scenario → plan → stored → diff → reply. What is answered was stored before. */
async function ask(command: Ask, context: Context): Promise<Answered> {
  const { asker, history, words, now } = context
  const question = await settleQuestion(command.question, context)
  if (!question.ok) return refuse(question.problems, context)
  const against = command.against && (await findRun(command.against, context))
  if (against && !against.ok) return refuse(against.problems, context)

  const { scenario, base } = question.value
  const { name } = command
  const audience = command.audience ?? (context.preference.isQuiet ? 'asker' : 'channel')
  const plan = allocate(scenario)
  const kept = await history.keep({
    ...{ asker, name, scenario, plan, askedAt: now },
    line: format(scenario, name),
    request: audience === 'asker' ? { ...context.request, delivery: null } : context.request,
    parent: base?.number ?? null,
    against: against?.value.number ?? null,
  })
  const { run, earlier, status } = kept
  const change = earlier && diff(earlier, run, allocate)
  const remarks = remarksOn({ question: question.value, hints: command.hints, kept, words })
  const seenBy = status === 'already' ? 'asker' : audience
  const use = await budgetWith(run, context)
  const reply = planReply({
    ...{ run, earlier, diff: change, audience: seenBy, remarks, words, now },
    budget: use,
  })
  return { reply, outcome: { kind: 'answered', run, diff: change } }
}

function answerTo(command: Command, context: Context): Answered | Promise<Answered> {
  switch (command.kind) {
    case 'ask':
      return ask(command, context)
    case 'why':
      return explain(command.question, context)
    case 'chart':
      return chart(command.question, context)
    case 'apply':
      return apply(command.question, context)
    case 'help':
      return { reply: helpReply(context.words, command.topic), outcome: { kind: 'help' } }
    case 'show':
      return show(command.run, context)
    case 'history':
      return list(command, context)
    case 'lineage':
      return lineage(command.run, context)
    case 'compare':
      return compare(command.runs, context)
    case 'name':
    case 'pin':
    case 'unpin':
    case 'delete':
      return changeRun(command, context)
    case 'export':
      return exportRuns(command, context)
    case 'budget':
      return budget(command, context)
    case 'settings':
      return settings(command.changes, context)
  }
}

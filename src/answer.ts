import { allocate } from './allocation/allocate.ts'
import { apply } from './answers/apply.ts'
import { budget, budgetWith } from './answers/budget.ts'
import { changeRun } from './answers/change-run.ts'
import { chart } from './answers/chart.ts'
import type { Answered } from './answers/answered.ts'
import { compare } from './answers/compare.ts'
import { parseOptions, type Context, type Means } from './answers/context.ts'
import { courteous } from './answers/courteous.ts'
import { conversationRun } from './answers/conversation.ts'
import { explain } from './answers/explain.ts'
import { exportRuns } from './answers/export.ts'
import { help } from './answers/help.ts'
import { lineage } from './answers/lineage.ts'
import { list } from './answers/list.ts'
import { newRun } from './answers/new-run.ts'
import { refuse } from './answers/refuse.ts'
import { remarksOn } from './answers/remarks.ts'
import { settleAsk } from './answers/settle-ask.ts'
import { settings } from './answers/settings.ts'
import { show } from './answers/show.ts'
import type { Ask, Command } from './command/command.ts'
import { parse } from './command/parse.ts'
import { diff } from './diff/diff.ts'
import type { Asker, Request } from './history/history.ts'
import { once } from './once.ts'
import { planReply } from './reply/plan-reply.ts'

/** Answers a line. One with problems is answered with all of them, and nothing is stored. */
export async function answer<Drawn>(
  text: string,
  asker: Asker,
  request: Request,
  { draw, ...surroundings }: Means<Drawn>,
): Promise<Drawn> {
  const conversation = await conversationRun(asker, surroundings.history)
  const context: Context = { ...surroundings, text, asker, request, conversation }
  const parsed = parse(text, parseOptions(context))
  const { reply, outcome } = parsed.ok
    ? await answerTo(parsed.value, context)
    : await refuse(parsed.problems, context)
  return draw(reply, outcome)
}

/** The whole way: question → scenario → plan → stored → diff → reply. What is answered was stored before. */
async function ask(command: Ask, context: Context): Promise<Answered> {
  const { history, words, now } = context
  const settled = await settleAsk(command, context)
  if (!settled.ok) return refuse(settled.problems, context)
  const question = settled.value
  const plan = allocate(question.scenario)
  const kept = await history.keep(newRun(question, plan, context))
  const { run, status } = kept
  // Compared when the reply is drawn: the acknowledgement does not wait for that.
  const change = once(() => kept.earlier && diff(kept.earlier, run, allocate))
  const reply = planReply({
    run,
    get earlier() {
      return kept.earlier
    },
    get diff() {
      return change()
    },
    budget: await budgetWith(run, kept.budget, context),
    remarks: remarksOn(question, kept, words),
    audience: status === 'already' ? 'asker' : question.audience,
    words,
    now,
  })
  const outcome = {
    kind: 'answered' as const,
    run,
    get diff() {
      return change()
    },
  }
  return { reply, outcome }
}

function answerTo(command: Command, context: Context): Answered | Promise<Answered> {
  switch (command.kind) {
    case 'ask':
      return ask(command, context)
    case 'why':
      return explain(command, context)
    case 'chart':
      return chart(command, context)
    case 'apply':
      return apply(command, context)
    case 'help':
      return help(command.topic, context)
    case 'courtesy':
      return courteous(command.courtesy, context.words)
    case 'show':
      return show(command, context)
    case 'history':
      return list(command, context)
    case 'lineage':
      return lineage(command.run, context)
    case 'compare':
      return compare(command, context)
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

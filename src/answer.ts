import { allocate } from './allocation/allocate.ts'
import type { Plan } from './allocation/plan.ts'
import { traceGroup, type TraceEntry } from './allocation/trace.ts'
import { format } from './command/format.ts'
import { parse } from './command/parse.ts'
import type { Problem } from './command/problem.ts'
import { diff, type Diff } from './diff/diff.ts'
import type { Asker, History, Request, Run } from './history/history.ts'
import { helpReply } from './reply/help-reply.ts'
import { planReply } from './reply/plan-reply.ts'
import { problemReply } from './reply/problem-reply.ts'
import type { Reply } from './reply/reply.ts'
import { whyReply } from './reply/why-reply.ts'
import type { Scenario } from './scenario/scenario.ts'
import type { Words } from './words/words.ts'

/** What became of a line, as data. */
export type Outcome =
  | { readonly kind: 'answered'; readonly run: Run<Plan>; readonly diff: Diff | null }
  | {
      readonly kind: 'explained'
      readonly scenario: Scenario
      readonly plan: Plan
      readonly traces: readonly (readonly TraceEntry[])[]
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'help' }

/** What the way from a line to its answer needs from outside. */
export interface Means<Drawn> {
  readonly history: History
  readonly words: Words
  readonly now: Date
  /** How the door that was knocked at shows a reply: Block Kit, a terminal's text, JSON. */
  readonly draw: (reply: Reply, outcome: Outcome) => Drawn
}

/**
 * The whole way: text → scenario → plan → stored → diff → shown. A line with problems is answered
 * with all of them, and nothing is stored; what is answered was stored before.
 */
export async function answer<Drawn>(
  text: string,
  asker: Asker,
  request: Request,
  means: Means<Drawn>,
): Promise<Drawn> {
  const { history, words, now, draw } = means
  const parsed = parse(text)
  if (!parsed.ok) {
    const { problems } = parsed
    return draw(problemReply(text, problems, words), { kind: 'refused', problems })
  }
  const command = parsed.value
  if (command.kind === 'help') return draw(helpReply(words), { kind: 'help' })

  const { scenario } = command
  const plan = allocate(scenario)
  if (command.kind === 'why') {
    const traces = scenario.groups.map((group) => traceGroup(group, scenario.cni))
    const explained = { scenario, plan, traces }
    return draw(whyReply({ ...explained, words }), { kind: 'explained', ...explained })
  }

  const { name } = command
  const line = format(scenario, name)
  const { run, earlier } = await history.keep({
    asker,
    request,
    name,
    line,
    scenario,
    plan,
    askedAt: now,
    parent: null,
    against: null,
  })
  const change = earlier && diff(earlier, run, allocate)
  const reply = planReply({ run, earlier, diff: change, words, now })
  return draw(reply, { kind: 'answered', run, diff: change })
}

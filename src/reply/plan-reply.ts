import type { Plan } from '../allocation/plan.ts'
import type { Diff } from '../diff/diff.ts'
import type { Run } from '../history/history.ts'
import type { BudgetUse } from '../planner/budget.ts'
import type { Words } from '../words/words.ts'
import { breakdown } from './breakdown.ts'
import { budgetParts, overBudget } from './budget-reply.ts'
import { diffParts } from './diff-reply.ts'
import { hasPrefixes } from './has-prefixes.ts'
import { headlineText } from './headline.ts'
import { reasonsPart } from './reasons.ts'
import type { Line, Part, Reply } from './reply.ts'
import { rulesPart } from './rules.ts'
import { runActions } from './run-actions.ts'
import { titleLine } from './title.ts'

/** What a run is shown with. */
export interface PlanReplyContext {
  readonly run: Run<Plan>
  readonly earlier: Run | null
  readonly diff: Diff | null
  readonly audience: Reply['audience']
  /** What is to be said about the question, before the comparison: what is odd, or where it comes from. */
  readonly remarks: readonly Line[]
  /** How much of the channel's budget is used with this run; nothing where there is none. */
  readonly budget?: BudgetUse | null
  readonly words: Words
  readonly now: Date
}

/** The answer to a scenario: figures first, then the breakdown, the rules, the change and the reasons. */
export function planReply(context: PlanReplyContext): Reply {
  const { run, audience, remarks, words, budget = null } = context
  return {
    audience,
    ...showAgain(run, words),
    // Both are made when they are looked at: a reply that waits for its channel is not drawn before.
    get summary() {
      return planSummary(run, words, budget)
    },
    get parts() {
      return [
        ...figureParts(run, words, budget),
        ...remarks.map((line): Part => ({ kind: 'note', line })),
        ...diffParts(context),
        ...reasonParts(run, words),
      ]
    },
  }
}

/** The line that shows a run again. */
export function showAgain({ number }: Run<Plan>, { surfaces }: Words): Pick<Reply, 'again'> {
  return number === null
    ? {}
    : { again: { label: surfaces.buttons.showAll, line: `show #${number}` } }
}

/** The answer in a sentence. */
export function planSummary(run: Run<Plan>, words: Words, budget: BudgetUse | null = null): string {
  const number = run.number === null ? '' : `#${run.number} · `
  return `${number}${run.line}: ${headline(run.plan, words, budget)}`
}

/** What was understood and what it takes: the title, both figures, the breakdown and the rules. */
export function figureParts(
  run: Run<Plan>,
  words: Words,
  budget: BudgetUse | null = null,
): readonly Part[] {
  return [
    ...leadParts(run, words, budget),
    breakdown(run, words),
    ...prefixNote(run.plan, words),
    rulesPart(run, words),
  ]
}

/** What was understood, and what it takes in one line. */
export function leadParts(
  run: Run<Plan>,
  words: Words,
  budget: BudgetUse | null = null,
): readonly Part[] {
  const { plan } = run
  return [
    { kind: 'heading', line: titleLine(run, words) },
    { kind: 'text', line: [{ bold: headline(plan, words, budget) }] },
    ...budgetParts(budget, words),
    ...(plan.fit === null ? [] : [{ kind: 'text', line: [words.reply.fit(plan.fit)] } as const]),
  ]
}

function headline(plan: Plan, words: Words, budget: BudgetUse | null): string {
  return [headlineText(plan, words), ...overBudget(budget, words)].join(' · ')
}

/** Why the figures are what they are, and what can be asked next. */
export function reasonParts(run: Run<Plan>, words: Words): readonly Part[] {
  const { plan } = run
  const asks = runActions(run, words)
  return [
    ...nextStepParts(plan, words),
    reasonsPart(run, words),
    ...(asks.length > 0 ? [{ kind: 'actions', actions: asks } as const] : []),
  ]
}

/** With prefixes a slot takes 16 addresses, so the whole-ENI figure says less than what is held. */
function prefixNote(plan: Plan, words: Words): readonly Part[] {
  return hasPrefixes(plan) ? [{ kind: 'note', line: [words.reply.countWithHeld] }] : []
}

function nextStepParts(plan: Plan, words: Words): readonly Part[] {
  const [group, ...others] = plan.groups
  if (!group || others.length > 0) return []
  const counts = group.nodes.map(({ pods }) => pods)
  const { up, down } = group.next
  const texts = [
    ...(up ? [words.reply.nextUp(up.pods - Math.max(...counts), up)] : []),
    ...(down ? [words.reply.nextDown(Math.min(...counts) - down.pods, down)] : []),
  ]
  return texts.map((text) => ({ kind: 'note', line: [text] }))
}

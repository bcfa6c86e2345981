import type { Plan } from '../allocation/plan.ts'
import { format } from '../command/format.ts'
import type { Diff } from '../diff/diff.ts'
import type { Run } from '../history/history.ts'
import { SCENARIO_LIMITS } from '../scenario/limits.ts'
import type { Words } from '../words/words.ts'
import { breakdown } from './breakdown.ts'
import { diffParts } from './diff-reply.ts'
import { headlineText } from './headline.ts'
import { reasonLines } from './reasons.ts'
import type { Action, Line, Part, Reply } from './reply.ts'
import { rulesPart } from './rules.ts'
import { titleLine } from './title.ts'

/** What a run is shown with. */
export interface PlanReplyContext {
  readonly run: Run<Plan>
  readonly earlier: Run | null
  readonly diff: Diff | null
  readonly audience: Reply['audience']
  /** What is to be said about the question, before the comparison: what is odd, or where it comes from. */
  readonly remarks: readonly Line[]
  readonly words: Words
  readonly now: Date
}

/** The answer to a scenario: figures first, then the breakdown, the rules, the change and the reasons. */
export function planReply(context: PlanReplyContext): Reply {
  const { run, audience, remarks, words } = context
  return {
    summary: planSummary(run, words),
    audience,
    parts: [
      ...figureParts(run, words),
      ...remarks.map((line): Part => ({ kind: 'note', line })),
      ...diffParts(context),
      ...reasonParts(run, words),
    ],
  }
}

/** The answer in a sentence. */
export function planSummary(run: Run<Plan>, words: Words): string {
  const number = run.number === null ? '' : `#${run.number} · `
  return `${number}${run.line}: ${headlineText(run.plan, words)}`
}

/** What was understood and what it takes: the title, both figures, the breakdown and the rules. */
export function figureParts(run: Run<Plan>, words: Words): readonly Part[] {
  const { plan } = run
  return [
    { kind: 'heading', line: titleLine(run, words) },
    { kind: 'text', line: [{ bold: headlineText(plan, words) }] },
    ...(plan.fit === null ? [] : [{ kind: 'text', line: [words.reply.fit(plan.fit)] } as const]),
    breakdown(run, words),
    ...prefixNote(plan, words),
    rulesPart(run, words),
  ]
}

/** Why the figures are what they are, and what can be asked next. */
export function reasonParts(run: Run<Plan>, words: Words): readonly Part[] {
  const { plan } = run
  const asks = actions(run, words)
  return [
    ...nextStepParts(plan, words),
    { kind: 'list', lines: reasonLines(plan, words) },
    ...(asks.length > 0 ? [{ kind: 'actions', actions: asks } as const] : []),
  ]
}

/** With prefixes a slot takes 16 addresses, so the whole-ENI figure says less than what is held. */
function prefixNote(plan: Plan, words: Words): readonly Part[] {
  const hasPrefixes = plan.groups.some(({ nodes }) => nodes.some(({ prefixes }) => prefixes > 0))
  return hasPrefixes ? [{ kind: 'note', line: [words.reply.countWithHeld] }] : []
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

/** What to ask next: the other reading of a bare number of pods, and the decisions behind the figures. */
function actions(run: Run<Plan>, words: Words): readonly Action[] {
  const { scenario } = run
  if (scenario.groups.some(({ instanceType }) => instanceType === null)) return []
  const why = { label: words.reply.why, line: `why ${format(scenario)}` }
  return [...otherReading(run, words), why]
}

/** The pods in total, or on each node: the one of both that was not asked. */
function otherReading({ scenario, name }: Run<Plan>, words: Words): readonly Action[] {
  const [group, ...others] = scenario.groups
  if (!group || others.length > 0 || !group.pods.stated || group.nodes === 1) return []
  const isTotal = group.pods.per === 'group'
  const per = isTotal ? 'node' : 'group'
  const groups = [{ ...group, pods: { ...group.pods, per } as const }]
  const { count } = group.pods
  if (count === 0 || count > SCENARIO_LIMITS.podsPerNode) return []
  const label = isTotal ? words.reply.perNodeInstead(count) : words.reply.inTotalInstead(count)
  return [{ label, line: format({ ...scenario, groups }, name) }]
}

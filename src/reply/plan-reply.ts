import type { Plan } from '../allocation/plan.ts'
import { format } from '../command/format.ts'
import type { Diff } from '../diff/diff.ts'
import type { Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import { breakdown } from './breakdown.ts'
import { diffParts } from './diff-reply.ts'
import { amountText } from './figures.ts'
import { marked } from './marked.ts'
import type { Action, Line, Part, Reply } from './reply.ts'
import { rulesPart } from './rules.ts'
import { titleLine } from './title.ts'

/** What a run is shown with. */
export interface PlanReplyContext {
  readonly run: Run<Plan>
  readonly earlier: Run | null
  readonly diff: Diff | null
  readonly words: Words
  readonly now: Date
}

/** The answer to a scenario: figures first, then the breakdown, the rules, the change and the reasons. */
export function planReply(context: PlanReplyContext): Reply {
  const { run, words } = context
  const { plan } = run
  const headline = headlineText(plan, words)
  return {
    summary: `${numberOf(run, words)}${run.line}: ${headline}`,
    audience: 'channel',
    parts: [
      { kind: 'heading', line: titleLine(run, words) },
      { kind: 'text', line: [{ bold: headline }] },
      ...(plan.fit === null ? [] : [{ kind: 'text', line: [words.reply.fit(plan.fit)] } as const]),
      breakdown(run, words),
      ...prefixNote(plan, words),
      rulesPart(run, words),
      ...diffParts(context),
      ...nextStepParts(plan, words),
      { kind: 'list', lines: reasonLines(plan, words) },
      ...actionParts(run, words),
    ],
  }
}

function numberOf(run: Run, words: Words): string {
  return run.number === null ? '' : `#${words.numbers.number(run.number)} · `
}

/** `60 addresses reserved by 4 ENIs · 35 held · 27 used by pods · 4 warm · 4 primaries`. */
function headlineText(plan: Plan, words: Words): string {
  const { reply } = words
  return [
    reply.reservedBy(plan.reserved, amountText(plan.enis, words)),
    reply.held(amountText(plan.held, words)),
    reply.used(plan.used),
    reply.warm(plan.warm),
    reply.primaries(plan.primaries),
    ...(plan.branch > 0 ? [reply.branch(plan.branch)] : []),
    ...(plan.pending > 0 ? [reply.pending(plan.pending)] : []),
    ...(plan.nodeReady ? [] : [reply.neverReady]),
    ...(plan.flapping ? [reply.flapping] : []),
  ].join(' · ')
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

/** Many node groups would give more reasons than a message takes, and than anybody reads. */
const MOST_REASONS = 10

function reasonLines(plan: Plan, words: Words): readonly Line[] {
  const all = plan.groups.flatMap((group) => group.reasons.map(words.reasons.reasonText))
  const texts = Array.from(new Set(all))
  const rest = texts.length - MOST_REASONS
  const more = rest > 0 ? [words.reply.andMore(rest)] : []
  return [...texts.slice(0, MOST_REASONS), ...more].map(marked)
}

/** The other reading of a bare number of pods: in total, or on each node. */
function actionParts(run: Run<Plan>, words: Words): readonly Part[] {
  const [group, ...others] = run.scenario.groups
  if (!group || others.length > 0) return []
  const { pods, nodes } = group
  if (!pods.stated || nodes === 1 || group.instanceType === null) return []
  const isTotal = pods.per === 'group'
  const label = isTotal
    ? words.reply.perNodeInstead(pods.count)
    : words.reply.inTotalInstead(pods.count)
  const action: Action = { label, line: otherReading(run, isTotal ? 'node' : 'group') }
  return [{ kind: 'actions', actions: [action] }]
}

function otherReading({ scenario, name }: Run, per: 'group' | 'node'): string {
  const groups = scenario.groups.map((group) => ({ ...group, pods: { ...group.pods, per } }))
  return format({ ...scenario, groups }, name)
}

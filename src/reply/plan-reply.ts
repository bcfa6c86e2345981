import type { Amount, GroupPlan, NodePlan, Plan } from '../allocation/plan.ts'
import { format, formatGroup } from '../command/format.ts'
import type { Diff } from '../diff/diff.ts'
import type { Run } from '../history/history.ts'
import type { NodeGroup } from '../scenario/scenario.ts'
import { SETTING_NAMES, SETTINGS } from '../scenario/settings.ts'
import { typeName } from '../scenario/type-name.ts'
import type { Words } from '../words/words.ts'
import { diffParts } from './diff-reply.ts'
import { marked } from './marked.ts'
import type { Action, Column, Line, Part, Reply, Span } from './reply.ts'

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
      breakdown(run, words),
      ...plan.groups.map((group, index): Part => ({
        kind: 'text',
        line: [rulesText(group, run.scenario.groups[index], plan.groups.length > 1, words)],
      })),
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

function titleLine(run: Run<Plan>, words: Words): Line {
  const { reply } = words
  const groups = run.scenario.groups.map((group, index) =>
    groupTitle(group, run.plan.groups[index], words),
  )
  const number = run.number === null ? reply.notKept : `#${run.number}`
  const author: Span = { user: run.author, name: run.authorName }
  const name = run.name === null ? [] : [` · ${run.name}`]
  return [{ bold: number }, ` · ${groups.join(' + ')} · ${reply.by} `, author, ...name]
}

/** `2 × t3.2xlarge · 27 pods (14 + 13) · WARM_IP_TARGET=2`. */
function groupTitle(group: NodeGroup, plan: GroupPlan | undefined, words: Words): string {
  const pods = podsText(group, plan, words)
  return [
    `${words.numbers.number(group.nodes)} × ${typeName(group)}`,
    pods,
    ...settingTexts(group),
  ].join(' · ')
}

function podsText({ pods }: NodeGroup, plan: GroupPlan | undefined, words: Words): string {
  const { reply } = words
  if (!pods.stated) return reply.podsNotStated
  if (pods.per === 'node') return reply.podsPerNode(pods.count)
  const spread = (plan?.nodes ?? []).flatMap(({ count, pods: each }) =>
    count > MOST_SPELT_OUT ? [] : Array.from({ length: count }, () => String(each)),
  )
  const isSpread = spread.length > 1 && spread.length <= MOST_SPELT_OUT
  return `${reply.pods(pods.count)}${isSpread ? ` (${spread.join(' + ')})` : ''}`
}

/** Up to so many nodes are written out one by one: `14 + 13`, `2+2`. */
const MOST_SPELT_OUT = 4

/** The settings that differ from the CNI's defaults, under its own names. */
function settingTexts({ settings }: NodeGroup): readonly string[] {
  return SETTING_NAMES.filter((name) => settings[name] !== SETTINGS[name].default).map(
    (name) => `${name}=${settings[name]}`,
  )
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

function amountText(amount: Amount, words: Words): string {
  if (typeof amount === 'number') return words.numbers.number(amount)
  return words.reply.range(amount.min, amount.max)
}

/** One row for each kind of node, and the total where there is more than one node. */
function breakdown(run: Run<Plan>, words: Words): Part {
  const { columns } = words.reply
  const { groups } = run.plan
  const rows = groups.flatMap((group, index) => {
    const type = groups.length > 1 ? (run.scenario.groups[index]?.instanceType ?? null) : null
    return group.nodes.map((node) => nodeRow(node, type, words))
  })
  const nodes = groups.flatMap((group) => group.nodes)
  const isSingle = nodes.length === 1 && nodes[0]?.count === 1
  return {
    kind: 'table',
    columns: [
      { title: columns.node, align: 'left' },
      ...[
        columns.pods,
        columns.enis,
        columns.usable,
        columns.held,
        columns.warm,
        columns.reserved,
      ].map((title): Column => ({ title, align: 'right' })),
    ],
    rows: isSingle ? rows : [...rows, totalRow(run.plan, nodes, words)],
  }
}

function nodeRow(node: NodePlan, type: string | null, words: Words): readonly string[] {
  const label = words.reply.nodesEach(node.count)
  return row(
    type === null ? label : `${type}: ${label}`,
    node.pods,
    amountText(node.enis, words),
    node,
    words,
  )
}

function totalRow(plan: Plan, nodes: readonly NodePlan[], words: Words): readonly string[] {
  const pods = nodes.reduce((sum, node) => sum + node.count * node.pods, 0)
  return row(words.reply.columns.total, pods, enisText(plan, nodes, words), plan, words)
}

/** `2+2` for a few nodes, the sum for many. */
function enisText(plan: Plan, nodes: readonly NodePlan[], words: Words): string {
  const count = nodes.reduce((sum, node) => sum + node.count, 0)
  if (count > MOST_SPELT_OUT) return amountText(plan.enis, words)
  return nodes
    .flatMap((node) => Array.from({ length: node.count }, () => amountText(node.enis, words)))
    .join('+')
}

function row(
  label: string,
  pods: number,
  enis: string,
  figures: Pick<Plan, 'usable' | 'held' | 'warm' | 'reserved'>,
  words: Words,
): readonly string[] {
  const { number } = words.numbers
  const { usable, held, warm, reserved } = figures
  return [
    label,
    number(pods),
    enis,
    number(usable),
    amountText(held, words),
    number(warm),
    number(reserved),
  ]
}

function rulesText(
  plan: GroupPlan,
  group: NodeGroup | undefined,
  isOneOfSeveral: boolean,
  words: Words,
): string {
  const { reply } = words
  const perNode = Math.max(...plan.nodes.map(({ pods }) => pods)) + (group?.hostNetworkPods ?? 0)
  const rules = [
    reply.spareEni(plan.rules.spareEni, group ? replacement(group) : ''),
    reply.addressPerPod(plan.rules.addressPerPod),
    reply.maxPods(plan.maxPods, perNode <= plan.maxPods),
  ].join('   ')
  return isOneOfSeveral && group ? `${formatGroup(group)}: ${rules}` : rules
}

/** What stands in for the spare ENI. */
function replacement({ settings }: NodeGroup): string {
  const targets = (['WARM_IP_TARGET', 'MINIMUM_IP_TARGET'] as const).filter(
    (name) => settings[name] > 0,
  )
  const names = targets.length > 0 ? targets : (['WARM_PREFIX_TARGET'] as const)
  return names.map((name) => `${name}=${settings[name]}`).join(', ')
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

function reasonLines(plan: Plan, words: Words): readonly Line[] {
  const texts = plan.groups.flatMap((group) => group.reasons.map(words.reasons.reasonText))
  return [...new Set(texts)].map(marked)
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

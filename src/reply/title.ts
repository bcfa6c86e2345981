import type { GroupPlan, Plan } from '../allocation/plan.ts'
import { otherWords, scenarioWords } from '../command/format.ts'
import type { Run } from '../history/history.ts'
import type { NodeGroup } from '../scenario/scenario.ts'
import { SETTING_NAMES, SETTINGS } from '../scenario/settings.ts'
import { typeName } from '../scenario/type-name.ts'
import type { Words } from '../words/words.ts'
import { MOST_SPELT_OUT } from './figures.ts'
import type { Line, Span } from './reply.ts'
import { runLabel } from './run-label.ts'

/** What was understood: the number, each node group, who asked, and the name. */
export function titleLine(run: Run<Plan>, words: Words): Line {
  const { reply } = words
  const { groups } = run.scenario
  const titles =
    groups.length > MOST_SPELT_OUT
      ? [reply.nodeGroups(groups.length)]
      : groups.map((group, index) => groupTitle(group, run.plan.groups[index], words))
  const author: Span = { user: run.author, name: run.authorName }
  const name = run.name === null ? [] : [` · ${run.name}`]
  return [
    { bold: runLabel(run, words) },
    ` · ${[titles.join(' + '), ...scenarioWords(run.scenario)].join(' · ')} · ${reply.by} `,
    author,
    ...name,
  ]
}

/** `2 × t3.2xlarge · 27 pods (14 + 13) · WARM_IP_TARGET=2`. */
function groupTitle(group: NodeGroup, plan: GroupPlan | undefined, words: Words): string {
  const pods = podsText(group, plan, words)
  return [
    `${words.numbers.number(group.nodes)} × ${typeName(group)}`,
    pods,
    ...settingTexts(group),
    ...otherWords(group),
  ].join(' · ')
}

function podsText(
  { pods, daemonsetPods }: NodeGroup,
  plan: GroupPlan | undefined,
  words: Words,
): string {
  const { reply } = words
  if (!pods.stated) return reply.podsNotStated
  if (pods.per === 'node') return reply.podsPerNode(pods.count)
  const spread = (plan?.nodes ?? []).flatMap(({ count, pods: each }) =>
    count > MOST_SPELT_OUT ? [] : Array.from({ length: count }, () => String(each - daemonsetPods)),
  )
  const isSpread = spread.length > 1 && spread.length <= MOST_SPELT_OUT
  return `${reply.pods(pods.count)}${isSpread ? ` (${spread.join(' + ')})` : ''}`
}

/** The settings that differ from the CNI's defaults, under its own names. */
function settingTexts({ settings }: NodeGroup): readonly string[] {
  return SETTING_NAMES.filter((name) => settings[name] !== SETTINGS[name].default).map(
    (name) => `${name}=${settings[name]}`,
  )
}

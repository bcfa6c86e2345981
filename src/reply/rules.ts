import type { GroupPlan, Plan } from '../allocation/plan.ts'
import type { Run } from '../history/history.ts'
import type { NodeGroup } from '../scenario/scenario.ts'
import { typeName } from '../scenario/type-name.ts'
import type { Words } from '../words/words.ts'
import type { Part } from './reply.ts'

/** What became of the team's two rules and of max-pods: a line, or one for each node group. */
export function rulesPart({ plan, scenario }: Run<Plan>, words: Words): Part {
  const lines = plan.groups.map((group, index) => {
    const asked = scenario.groups[index]
    const rules = rulesText(group, asked, words)
    return [
      plan.groups.length > 1 && asked ? `${typeName(asked)}${words.reply.colon}${rules}` : rules,
    ]
  })
  return lines.length === 1 ? { kind: 'text', line: lines[0] ?? [] } : { kind: 'list', lines }
}

function rulesText(plan: GroupPlan, group: NodeGroup | undefined, words: Words): string {
  const { reply } = words
  const perNode = Math.max(...plan.nodes.map(({ pods }) => pods)) + (group?.hostNetworkPods ?? 0)
  return [
    reply.spareEni(plan.rules.spareEni, group ? replacement(plan, group) : ''),
    reply.addressPerPod(plan.rules.addressPerPod, plan.stall?.pending ?? 0),
    reply.maxPods(plan.maxPods, perNode <= plan.maxPods),
  ].join(' · ')
}

/** What stands in for the spare ENI, whether it can be kept or not; empty where nothing does. */
function replacement({ nodes, rules }: GroupPlan, { settings }: NodeGroup): string {
  if (settings.ENABLE_IPv6) return 'IPv6'
  const targets = (['WARM_IP_TARGET', 'MINIMUM_IP_TARGET'] as const).filter(
    (name) => settings[name] > 0,
  )
  const isWholeEnis = rules.spareEni === 'capped' && !nodes.some(({ prefixes }) => prefixes > 0)
  if (targets.length === 0 && isWholeEnis) return ''
  const names = targets.length > 0 ? targets : (['WARM_PREFIX_TARGET'] as const)
  return names.map((name) => `${name}=${settings[name]}`).join(', ')
}

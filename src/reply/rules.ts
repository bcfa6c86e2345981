import type { GroupPlan } from '../allocation/plan.ts'
import { formatGroup } from '../command/format.ts'
import type { NodeGroup } from '../scenario/scenario.ts'
import type { Words } from '../words/words.ts'

/** What became of the team's two rules and of max-pods, in one line for a node group. */
export function rulesText(
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
  ].join(' · ')
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

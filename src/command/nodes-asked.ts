import { looksLikeInstance } from '../instance/instance.ts'
import type { NodeGroup } from '../scenario/scenario.ts'
import { plainAt, type Cursor } from './cursor.ts'
import type { Question } from './command.ts'
import type { Problem } from './problem.ts'

/**
 * Where `how many nodes` or `combien de nœuds` begins, before its last word at `from`; else `null`. A type
 * that stands between, as in `how many m5.large nodes`, is left where it is.
 */
export function howManyBefore({ text, tokens }: Cursor, from: number): number | null {
  const isAfterType = looksLikeInstance(tokens[from - 1]?.text.toLowerCase() ?? '')
  if (isAfterType) return startOfAsk({ text, tokens, index: from - 1 }) === null ? null : from
  return startOfAsk({ text, tokens, index: from })
}

function startOfAsk({ text, tokens, index: from }: Cursor): number | null {
  const before = (places: number) => plainAt({ text, tokens, index: from - places })
  if (before(2) === 'how' && before(1) === 'many') return from - 2
  if (before(2) === 'combien' && before(1) === 'de') return from - 2
  return before(1) === 'combien' ? from - 1 : null
}

/** The problems of a question; where it asks how many nodes, with the fewest that can run its pods. */
export function withFewestNodes(
  problems: readonly Problem[],
  question: Question,
): readonly Problem[] {
  const groups = question.kind === 'scenario' ? question.scenario.groups : []
  const [group, ...others] = groups
  const fewest = group && others.length === 0 ? fewestNodes(group) : null
  if (fewest === null) return problems
  return problems.map((problem) =>
    problem.code === 'nodes-asked'
      ? { ...problem, suggestion: `${fewest} ${unitOf(problem, fewest)}` }
      : problem,
  )
}

/** The word for nodes as it was typed. */
function unitOf({ text }: Problem, nodes: number): string {
  const word = text.split(/\s/u).at(-1) ?? ''
  return nodes === 1 ? word.replace(/s$/iu, '') : word
}

/** The host-network pods that the formula of max-pods adds. Rule M1. */
const HOST_NETWORK_PODS_OF_FORMULA = 2

/** `null` where settings decide how many pods a node can run, and where no pods of a group are given. */
function fewestNodes(group: NodeGroup): number | null {
  const { pods, limits, maxPods, hostNetworkPods, daemonsetPods } = group
  if (!pods.stated || pods.per === 'node' || isSpecial(group)) return null
  const addresses = limits.enis * (limits.ipv4PerEni - 1)
  const most = (maxPods ?? addresses + HOST_NETWORK_PODS_OF_FORMULA) - hostNetworkPods
  const running = Math.min(addresses, most) - daemonsetPods
  return running > 0 ? Math.max(1, Math.ceil(pods.count / running)) : null
}

function isSpecial({ settings, ...group }: NodeGroup): boolean {
  const isEniTaken =
    settings.ENABLE_POD_ENI ||
    settings.MAX_ENI > 0 ||
    group.unmanagedEnis > 0 ||
    group.branchPods > 0
  const isPrimaryIdle = settings.AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG || group.primarySubnetExcluded
  const isMore = settings.ENABLE_PREFIX_DELEGATION || settings.ENABLE_IPv6
  const isStuck = settings.MINIMUM_IP_TARGET > 0 && settings.WARM_IP_TARGET === 0
  return isEniTaken || isPrimaryIdle || isMore || isStuck || group.managedNodeGroup
}

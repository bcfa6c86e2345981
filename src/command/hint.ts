import { supportsPrefixes } from '../instance/limits.ts'
import { releaseNumber } from '../scenario/release-number.ts'
import type { NodeGroup, Scenario } from '../scenario/scenario.ts'
import type { InputClause } from './segments.ts'

/** Something right but odd in a scenario: what was typed is done, and this is what may surprise. */
export type Hint =
  /** Some nodes run no pod at all. */
  | { readonly code: 'fewer-pods-than-nodes'; readonly pods: number; readonly nodes: number }
  /** One node with pods of each node; perhaps the number of nodes was forgotten. */
  | { readonly code: 'per-node-of-one-node'; readonly pods: number }
  /** WARM_IP_TARGET=0 is how the CNI spells "not set". */
  | { readonly code: 'warm-ip-zero' }
  /** WARM_ENI_TARGET counts for nothing beside address targets. */
  | { readonly code: 'warm-eni-replaced' }
  /** MINIMUM_IP_TARGET without WARM_IP_TARGET keeps nothing free once the pods are past it. */
  | { readonly code: 'min-ip-alone'; readonly minimum: number; readonly pods: number }
  | { readonly code: 'warm-prefix-without-prefix' }
  /** Prefix delegation needs Nitro or bare metal. */
  | { readonly code: 'prefix-on-xen'; readonly type: string }
  | { readonly code: 'prefix-before-1.9'; readonly cni: string }
  /** Before 1.9 address targets take whole ENIs. */
  | { readonly code: 'whole-enis-before-1.9'; readonly cni: string }
  /** Pods with security groups of their own on a type that cannot carry a trunk ENI. */
  | { readonly code: 'no-trunk'; readonly type: string }
  | { readonly code: 'sg-pods-without-pod-eni' }
  /** Variables of the CNI that were passed over, for they change no number of addresses. */
  | { readonly code: 'passed-over'; readonly names: readonly string[] }

/** What is odd in a scenario, each thing once; `stated` are the inputs that the line named. */
export function hintsOf(scenario: Scenario, stated: readonly InputClause[]): readonly Hint[] {
  const words = new Set<string>(stated.map(({ input }) => input.word))
  const zero = stated.some(({ input, value }) => input.word === 'warm-ip' && value === 0)
  const hints: readonly Hint[] = [
    ...(zero ? [{ code: 'warm-ip-zero' } as const] : []),
    ...scenario.groups.flatMap((group) => [
      ...podHints(group),
      ...targetHints(group, words),
      ...prefixHints(group, words),
      ...branchHints(group),
      ...versionHints(group, scenario.cni),
    ]),
  ]
  const once = new Map(hints.map((hint) => [JSON.stringify(hint), hint] as const))
  return [...once.values()]
}

function podHints({ nodes, pods }: NodeGroup): readonly Hint[] {
  if (!pods.stated || pods.count === 0) return []
  if (pods.per === 'group' && pods.count < nodes) {
    return [{ code: 'fewer-pods-than-nodes', pods: pods.count, nodes }]
  }
  return pods.per === 'node' && nodes === 1
    ? [{ code: 'per-node-of-one-node', pods: pods.count }]
    : []
}

function targetHints(group: NodeGroup, stated: ReadonlySet<string>): readonly Hint[] {
  const { WARM_ENI_TARGET, WARM_IP_TARGET, MINIMUM_IP_TARGET } = group.settings
  const isWarmEni = stated.has('warm-eni') || WARM_ENI_TARGET !== 1
  const pods = podsOfFullestNode(group)
  return [
    ...(isWarmEni && WARM_IP_TARGET + MINIMUM_IP_TARGET > 0
      ? [{ code: 'warm-eni-replaced' } as const]
      : []),
    ...(MINIMUM_IP_TARGET > 0 && WARM_IP_TARGET === 0 && pods > MINIMUM_IP_TARGET
      ? [{ code: 'min-ip-alone', minimum: MINIMUM_IP_TARGET, pods } as const]
      : []),
  ]
}

/** Pods of one node that take an address. */
function podsOfFullestNode({ nodes, pods, daemonsetPods }: NodeGroup): number {
  return daemonsetPods + (pods.per === 'node' ? pods.count : Math.ceil(pods.count / nodes))
}

function prefixHints(
  { settings, limits, instanceType }: NodeGroup,
  stated: ReadonlySet<string>,
): readonly Hint[] {
  if (settings.ENABLE_PREFIX_DELEGATION) {
    return supportsPrefixes(limits) ? [] : [{ code: 'prefix-on-xen', type: instanceType ?? '' }]
  }
  const isWarmPrefix = stated.has('warm-prefix') || settings.WARM_PREFIX_TARGET !== 1
  return isWarmPrefix ? [{ code: 'warm-prefix-without-prefix' }] : []
}

function branchHints({ branchPods, limits, settings, instanceType }: NodeGroup): readonly Hint[] {
  if (branchPods === 0) return []
  if (limits.branchEnis === 0) return [{ code: 'no-trunk', type: instanceType ?? '' }]
  return settings.ENABLE_POD_ENI ? [] : [{ code: 'sg-pods-without-pod-eni' }]
}

function versionHints({ settings }: NodeGroup, cni: string): readonly Hint[] {
  if (releaseNumber(cni) >= 9_000) return []
  const { WARM_IP_TARGET, MINIMUM_IP_TARGET, ENABLE_PREFIX_DELEGATION } = settings
  return [
    ...(WARM_IP_TARGET + MINIMUM_IP_TARGET > 0
      ? [{ code: 'whole-enis-before-1.9', cni } as const]
      : []),
    ...(ENABLE_PREFIX_DELEGATION ? [{ code: 'prefix-before-1.9', cni } as const] : []),
  ]
}

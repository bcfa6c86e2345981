import type { NodeGroup, Scenario } from '../scenario/scenario.ts'
import type { SettingName } from '../scenario/settings.ts'
import { typeName } from '../scenario/type-name.ts'

/** An input of a node group that can differ between two scenarios, settings under the CNI's names. */
export type InputField =
  | Exclude<keyof NodeGroup, 'instanceType' | 'limits' | 'settings' | 'podsSequence'>
  | SettingName

/** An input of the whole scenario. */
export type ScenarioField = 'cni' | 'subnet' | 'free'

/** The value of an input as a reply shows it; `null`: not set or not given. */
export type InputValue = string | number | boolean | null

/** One input that differs, or a whole node group that came or went. */
export type InputChange =
  | {
      readonly kind: 'changed'
      /** The instance type of the group, or `null` for an input of the whole scenario. */
      readonly group: string | null
      readonly field: InputField | ScenarioField
      readonly from: InputValue
      readonly to: InputValue
    }
  | { readonly kind: 'added' | 'removed'; readonly group: string; readonly nodes: number }

/**
 * Compares two questions, group by group: of the same instance type those belong together that differ
 * in the fewest inputs, so that the order of groups makes no difference.
 */
export function inputChanges(before: Scenario, after: Scenario): readonly InputChange[] {
  const { pairs, removed, added } = matched(before.groups, after.groups)
  return [
    ...scenarioChanges(before, after),
    ...pairs.flatMap(([from, to]) => groupChanges(from, to)),
    ...added.map((group) => wholeGroup('added', group)),
    ...removed.map((group) => wholeGroup('removed', group)),
  ]
}

function scenarioChanges(before: Scenario, after: Scenario): readonly InputChange[] {
  const fields = [
    ['cni', before.cni, after.cni],
    ['subnet', subnetsOf(before), subnetsOf(after)],
    ['free', before.space?.free ?? null, after.space?.free ?? null],
  ] as const
  return fields.flatMap(([field, from, to]) =>
    from === to ? [] : [{ kind: 'changed', group: null, field, from, to } as const],
  )
}

function subnetsOf({ space }: Scenario): string | null {
  return space?.subnets.toSorted().join(', ') || null
}

interface Matched {
  readonly pairs: readonly (readonly [NodeGroup, NodeGroup])[]
  readonly removed: readonly NodeGroup[]
  readonly added: readonly NodeGroup[]
}

function matched(before: readonly NodeGroup[], after: readonly NodeGroup[]): Matched {
  const partners = partnersOf(before, after)
  const kept = new Set(partners.values())
  return {
    pairs: after.flatMap((group, index) => {
      const partner = before[partners.get(index) ?? -1]
      return partner ? [[partner, group] as const] : []
    }),
    removed: before.filter((_, index) => !kept.has(index)),
    added: after.filter((_, index) => !partners.has(index)),
  }
}

/** The place of each later group with that of its earlier one; those that differ least come first. */
function partnersOf(before: readonly NodeGroup[], after: readonly NodeGroup[]) {
  const sameType = before.flatMap((from, place) =>
    after.flatMap((to, index) =>
      typeName(from) === typeName(to)
        ? [{ place, index, changes: groupChanges(from, to).length }]
        : [],
    ),
  )
  const partners = new Map<number, number>()
  const kept = new Set<number>()
  for (const { place, index } of sameType.toSorted((a, b) => a.changes - b.changes)) {
    if (partners.has(index) || kept.has(place)) continue
    partners.set(index, place)
    kept.add(place)
  }
  return partners
}

function groupChanges(from: NodeGroup, to: NodeGroup): readonly InputChange[] {
  const before = inputsOf(from)
  return inputsOf(to).flatMap(([field, value], index) => {
    const earlier = before[index]?.[1] ?? null
    if (earlier === value) return []
    return [{ kind: 'changed', group: typeName(to), field, from: earlier, to: value }] as const
  })
}

/** Every input of a group with its value, always in the same order. */
function inputsOf(group: NodeGroup): readonly (readonly [InputField, InputValue])[] {
  const { settings } = group
  return [
    ['nodes', group.nodes],
    ['pods', podsValue(group)],
    ['WARM_ENI_TARGET', settings.WARM_ENI_TARGET],
    ['WARM_IP_TARGET', settings.WARM_IP_TARGET || null],
    ['MINIMUM_IP_TARGET', settings.MINIMUM_IP_TARGET || null],
    ['ENABLE_PREFIX_DELEGATION', settings.ENABLE_PREFIX_DELEGATION],
    ['WARM_PREFIX_TARGET', settings.WARM_PREFIX_TARGET],
    ['MAX_ENI', settings.MAX_ENI || null],
    ['AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG', settings.AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG],
    ['ENABLE_POD_ENI', settings.ENABLE_POD_ENI],
    ['ENABLE_MULTI_NIC', settings.ENABLE_MULTI_NIC],
    ['ENABLE_IPv6', settings.ENABLE_IPv6],
    ['maxPods', group.maxPods],
    ['managedNodeGroup', group.managedNodeGroup],
    ['daemonsetPods', group.daemonsetPods],
    ['hostNetworkPods', group.hostNetworkPods],
    ['branchPods', group.branchPods],
    ['attachedEnis', group.attachedEnis],
    ['unmanagedEnis', group.unmanagedEnis],
    ['primarySubnetExcluded', group.primarySubnetExcluded],
  ]
}

/** Pods that were not stated count as the one on each node that they stand for. */
function podsValue({ pods }: NodeGroup): InputValue {
  return pods.per === 'node' ? `${pods.count}/node` : pods.count
}

function wholeGroup(kind: 'added' | 'removed', group: NodeGroup): InputChange {
  return { kind, group: typeName(group), nodes: group.nodes }
}

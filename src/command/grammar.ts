import type { ScenarioLimit } from '../scenario/limits.ts'
import type { NodeGroup, Pods } from '../scenario/scenario.ts'
import { SETTINGS, type SettingName } from '../scenario/settings.ts'

interface InputNames {
  /** The word as help and canonical lines print it. */
  readonly word: string
  /** Other spellings, English, French, the CNI's own; case, `-` and `_` make no difference. */
  readonly also: readonly string[]
  /** Inputs of the same field exclude each other; by default an input is a field of its own. */
  readonly field?: string
  /** True where the number may come first, `2 nodes`: a count of one group, never of all. */
  readonly isUnit?: true
  /** True for the CNI's settings. */
  readonly isSetting?: true
}

/** An input that takes a whole number. */
export interface CountInput extends InputNames {
  readonly takes: 'count'
  readonly least: number
  readonly limit: ScenarioLimit
  /** `null` where the default is no number: max-pods by formula, a fresh node. */
  readonly default: number | null
  /** The value to print, or `null` where it is the default and needs no word. */
  readonly read: (group: NodeGroup) => number | null
  /** `null` writes the default. */
  readonly write: (group: NodeGroup, value: number | null) => NodeGroup
}

/** An input that is on or off, off by default; the bare word means on. */
export interface SwitchInput extends InputNames {
  readonly takes: 'switch'
  readonly read: (group: NodeGroup) => boolean
  readonly write: (group: NodeGroup, value: boolean) => NodeGroup
}

export type Input = CountInput | SwitchInput

const PREFIX_SPELLINGS = 'prefixes prefix-delegation préfixe préfixes prefixe'.split(' ')

/**
 * Every input of a node group. The parser, the canonical line and the help read this table, so a
 * new input is one entry here and one line of text in each language.
 */
export const INPUTS = [
  {
    word: 'nodes',
    also: 'node n x instance instances machines desired-size desired-capacity nœuds nœud noeuds noeud'.split(
      ' ',
    ),
    isUnit: true,
    takes: 'count',
    least: 1,
    limit: 'nodes',
    default: 1,
    read: (group) => (group.nodes === 1 ? null : group.nodes),
    write: (group, nodes) => ({ ...group, nodes: nodes ?? 1 }),
  },
  {
    word: 'pods',
    also: ['pod', 'p', 'replicas'],
    field: 'pods',
    isUnit: true,
    takes: 'count',
    least: 0,
    limit: 'pods',
    default: null,
    read: ({ pods }) => (pods.stated && pods.per === 'group' ? pods.count : null),
    write: (group, count) => ({ ...group, pods: podsOf(count, 'group') }),
  },
  {
    word: 'pods/node',
    also: ['pods-per-node', 'ppn'],
    field: 'pods',
    isUnit: true,
    takes: 'count',
    least: 0,
    limit: 'podsPerNode',
    default: null,
    read: ({ pods }) => (pods.stated && pods.per === 'node' ? pods.count : null),
    write: (group, count) => ({ ...group, pods: podsOf(count, 'node') }),
  },
  setting('warm-eni', 'WARM_ENI_TARGET'),
  setting('warm-ip', 'WARM_IP_TARGET'),
  setting('min-ip', 'MINIMUM_IP_TARGET', ['minimum-ip']),
  setting('warm-prefix', 'WARM_PREFIX_TARGET'),
  settingSwitch('prefix', 'ENABLE_PREFIX_DELEGATION', PREFIX_SPELLINGS),
  setting('max-eni', 'MAX_ENI'),
  settingSwitch('custom-net', 'AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG', ['custom-networking']),
  settingSwitch('pod-eni', 'ENABLE_POD_ENI', []),
  settingSwitch('multi-nic', 'ENABLE_MULTI_NIC', []),
  settingSwitch('ipv6', 'ENABLE_IPv6', []),
  {
    word: 'max-pods',
    also: ['max-pod', 'max-pods-per-node'],
    takes: 'count',
    least: 1,
    limit: 'maxPods',
    default: null,
    read: (group) => group.maxPods,
    write: (group, maxPods) => ({ ...group, maxPods }),
  },
  {
    word: 'managed',
    also: ['managed-node-group', 'mng'],
    takes: 'switch',
    read: (group) => group.managedNodeGroup,
    write: (group, managedNodeGroup) => ({ ...group, managedNodeGroup }),
  },
  {
    word: 'daemonset',
    also: ['daemonsets', 'daemonset-pods', 'ds'],
    takes: 'count',
    least: 0,
    limit: 'podsPerNode',
    default: 0,
    read: (group) => group.daemonsetPods || null,
    write: (group, pods) => ({ ...group, daemonsetPods: pods ?? 0 }),
  },
  {
    word: 'host-net',
    also: ['host-network', 'host-network-pods'],
    takes: 'count',
    least: 0,
    limit: 'podsPerNode',
    default: 2,
    read: (group) => (group.hostNetworkPods === 2 ? null : group.hostNetworkPods),
    write: (group, pods) => ({ ...group, hostNetworkPods: pods ?? 2 }),
  },
  {
    word: 'sg-pods',
    also: ['branch-pods', 'branch'],
    takes: 'count',
    least: 0,
    limit: 'podsPerNode',
    default: 0,
    read: (group) => group.branchPods || null,
    write: (group, pods) => ({ ...group, branchPods: pods ?? 0 }),
  },
  {
    word: 'attached',
    also: ['attached-enis', 'enis-attached', 'attachées', 'attachees'],
    takes: 'count',
    least: 1,
    limit: 'enis',
    default: null,
    read: (group) => group.attachedEnis,
    write: (group, attachedEnis) => ({ ...group, attachedEnis }),
  },
  {
    word: 'unmanaged',
    also: ['unmanaged-enis', 'reserved-enis'],
    takes: 'count',
    least: 0,
    limit: 'enis',
    default: 0,
    read: (group) => group.unmanagedEnis || null,
    write: (group, enis) => ({ ...group, unmanagedEnis: enis ?? 0 }),
  },
  {
    word: 'primary-excluded',
    also: ['excluded-primary'],
    takes: 'switch',
    read: (group) => group.primarySubnetExcluded,
    write: (group, primarySubnetExcluded) => ({ ...group, primarySubnetExcluded }),
  },
] as const satisfies readonly Input[]

function setting<Word extends string>(
  word: Word,
  name: CountSettingName,
  also: readonly string[] = [],
) {
  return {
    word,
    also: [plainName(name), ...also],
    isSetting: true,
    takes: 'count',
    least: 0,
    limit: SETTINGS[name].limit,
    default: SETTINGS[name].default,
    read: ({ settings }: NodeGroup) =>
      settings[name] === SETTINGS[name].default ? null : settings[name],
    write: (group: NodeGroup, value: number | null): NodeGroup => ({
      ...group,
      settings: { ...group.settings, [name]: value ?? SETTINGS[name].default },
    }),
  } as const
}

function settingSwitch<Word extends string>(
  word: Word,
  name: SwitchSettingName,
  also: readonly string[],
) {
  return {
    word,
    also: [plainName(name), ...also],
    isSetting: true,
    takes: 'switch',
    read: ({ settings }: NodeGroup) => settings[name],
    write: (group: NodeGroup, value: boolean): NodeGroup => ({
      ...group,
      settings: { ...group.settings, [name]: value },
    }),
  } as const
}

/** Pods that were not stated are one on each node. */
function podsOf(count: number | null, per: Pods['per']): Pods {
  return count === null ? { count: 1, per: 'node', stated: false } : { count, per, stated: true }
}

type SwitchSettingName = {
  [Name in SettingName]: (typeof SETTINGS)[Name]['kind'] extends 'switch' ? Name : never
}[SettingName]
type CountSettingName = Exclude<SettingName, SwitchSettingName>

function plainName(name: SettingName): string {
  return name.toLowerCase().replaceAll('_', '-')
}

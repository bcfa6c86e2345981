import type { NodeGroup } from '../scenario/scenario.ts'
import { settingValue, type SettingName } from '../scenario/settings.ts'
import { typeName } from '../scenario/type-name.ts'
import type { InputField, InputValue } from './inputs.ts'

/** An input that two groups differ in. */
export interface GroupChange {
  readonly field: InputField
  readonly from: InputValue
  readonly to: InputValue
  /** The earlier group with this one input of the later group, and nothing else of it. */
  readonly alone: NodeGroup
}

/** What differs between two groups, always in the same order; the instance type with its limits is one input. */
export function groupChanges(from: NodeGroup, to: NodeGroup): readonly GroupChange[] {
  const inputs = INPUTS.flatMap(({ field, read, take }) => {
    const [earlier, later] = [read(from), read(to)]
    return earlier === later ? [] : [{ field, from: earlier, to: later, alone: take(from, to) }]
  })
  return [...typeChange(from, to), ...inputs]
}

type LimitName = keyof NodeGroup['limits']

/** Limits can differ where the type is the same: what AWS says of a type is kept as it was when asked. */
function typeChange(from: NodeGroup, to: NodeGroup): readonly GroupChange[] {
  const { instanceType, limits } = to
  const alone = { ...from, instanceType, limits }
  const [earlier, later] = [typeName(from), typeName(to)]
  if (earlier !== later) return [{ field: 'instanceType', from: earlier, to: later, alone }]
  const different = LIMITS.filter((name) => limitText(from, name) !== limitText(to, name))
  if (different.length === 0) return []
  const text = (group: NodeGroup) => different.map((name) => limitText(group, name)).join(' ')
  return [{ field: 'limits', from: text(from), to: text(to), alone }]
}

const LIMITS: readonly LimitName[] = [
  'enis',
  'ipv4PerEni',
  'hypervisor',
  'bareMetal',
  'cards',
  'vcpus',
  'branchEnis',
]

function limitText({ limits }: NodeGroup, name: LimitName): string {
  return `${name}=${String(limits[name])}`
}

/** Everything that tells two groups apart, as text that sorts as its numbers do. */
export function groupText(group: NodeGroup): string {
  const limits = LIMITS.map((name) => group.limits[name])
  const inputs = INPUTS.map(({ read }) => read(group))
  return JSON.stringify([typeName(group), inputs, limits], (_, value: unknown) =>
    typeof value === 'number' ? String(value).padStart(9, '0') : value,
  )
}

/** How an input is shown, and how a group takes it over from another. */
interface GroupInput {
  readonly field: InputField
  readonly read: (group: NodeGroup) => InputValue
  readonly take: (group: NodeGroup, from: NodeGroup) => NodeGroup
}

const INPUTS: readonly GroupInput[] = [
  plain('nodes'),
  { field: 'pods', read: podsValue, take: (group, { pods }) => ({ ...group, pods }) },
  setting('WARM_ENI_TARGET'),
  setting('WARM_IP_TARGET'),
  setting('MINIMUM_IP_TARGET'),
  setting('ENABLE_PREFIX_DELEGATION'),
  setting('WARM_PREFIX_TARGET'),
  setting('MAX_ENI'),
  setting('AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG'),
  setting('ENABLE_POD_ENI'),
  setting('ENABLE_MULTI_NIC'),
  setting('ENABLE_IPv6'),
  plain('maxPods'),
  plain('managedNodeGroup'),
  plain('daemonsetPods'),
  plain('hostNetworkPods'),
  plain('branchPods'),
  plain('attachedEnis'),
  plain('unmanagedEnis'),
  plain('primarySubnetExcluded'),
]

type PlainField = Exclude<InputField, SettingName | 'instanceType' | 'limits' | 'pods'>

function plain(field: PlainField): GroupInput {
  return {
    field,
    read: (group) => group[field],
    take: (group, from) => ({ ...group, [field]: from[field] }),
  }
}

function setting(name: SettingName): GroupInput {
  return {
    field: name,
    read: ({ settings }) => settingValue(name, settings),
    take: (group, { settings }) => ({
      ...group,
      settings: { ...group.settings, [name]: settings[name] },
    }),
  }
}

/** Pods that were not stated count as the one on each node that they stand for. */
function podsValue({ pods }: NodeGroup): InputValue {
  return pods.per === 'node' ? `${pods.count}/node` : pods.count
}

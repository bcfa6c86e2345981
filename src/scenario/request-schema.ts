import { z } from 'zod'
import { findInstance, nearestInstances } from '../instance/instance.ts'
import { SCENARIO_LIMITS } from './limits.ts'
import type { KnownKeys } from './request-problem.ts'
import { AddressSpace, CniSettings, CniVersion, Limits, NodeGroup, Pods } from './scenario.ts'
import { DEFAULT_SETTINGS, SETTING_NAMES, SETTINGS, type SettingName } from './settings.ts'
import { Subnets } from './subnets.ts'

/** A setting of the CNI; also as its environment variables spell it: `"2"`, `"true"`. */
const setting = <Name extends SettingName>(name: Name) =>
  z
    .preprocess(SETTINGS[name].kind === 'count' ? countValue : switchValue, CniSettings.shape[name])
    .prefault(DEFAULT_SETTINGS[name])

const Settings = z.strictObject({
  WARM_ENI_TARGET: setting('WARM_ENI_TARGET'),
  WARM_IP_TARGET: setting('WARM_IP_TARGET'),
  MINIMUM_IP_TARGET: setting('MINIMUM_IP_TARGET'),
  WARM_PREFIX_TARGET: setting('WARM_PREFIX_TARGET'),
  ENABLE_PREFIX_DELEGATION: setting('ENABLE_PREFIX_DELEGATION'),
  MAX_ENI: setting('MAX_ENI'),
  AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: setting('AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG'),
  ENABLE_POD_ENI: setting('ENABLE_POD_ENI'),
  ENABLE_MULTI_NIC: setting('ENABLE_MULTI_NIC'),
  ENABLE_IPv6: setting('ENABLE_IPv6'),
})

/** Limits given by hand; what they do not say is as on the usual types. */
const LimitsByHand = z
  .strictObject({
    enis: Limits.shape.enis,
    ipv4PerEni: Limits.shape.ipv4PerEni,
    hypervisor: Limits.shape.hypervisor.default('nitro'),
    bareMetal: Limits.shape.bareMetal.default(false),
    cards: Limits.shape.cards.exactOptional(),
    vcpus: Limits.shape.vcpus.default(null),
    branchEnis: Limits.shape.branchEnis.default(0),
  })
  .refine(({ enis, cards }) => (cards?.[0] ?? enis) === enis, {
    path: ['cards'],
    error: 'must start with the default card, whose ENIs are limits.enis',
  })

/** In any case, as people type it: `M5.Large`. */
const InstanceType = z
  .string()
  .toLowerCase()
  .refine((name) => findInstance(name) !== undefined, {
    params: { code: 'unknown-type' },
    error: ({ input }) => {
      const names = nearestInstances(String(input).slice(0, 40), 3)
      return `is no EC2 type that I know${names.length > 0 ? `; nearest: ${names.join(', ')}` : ''}`
    },
  })

const fields = NodeGroup.shape

/** One node group as scripts ask for it. A field left out has its default. */
export const Request = z.strictObject({
  instanceType: InstanceType.exactOptional(),
  limits: LimitsByHand.exactOptional(),
  nodes: fields.nodes.exactOptional(),
  pods: Pods.shape.count.exactOptional(),
  podsPerNode: z.int().min(0).max(SCENARIO_LIMITS.podsPerNode).exactOptional(),
  settings: Settings.prefault({}),
  maxPods: fields.maxPods.exactOptional(),
  managedNodeGroup: fields.managedNodeGroup.exactOptional(),
  daemonsetPods: fields.daemonsetPods.exactOptional(),
  hostNetworkPods: fields.hostNetworkPods.exactOptional(),
  branchPods: fields.branchPods.exactOptional(),
  attachedEnis: fields.attachedEnis.exactOptional(),
  unmanagedEnis: fields.unmanagedEnis.exactOptional(),
  primarySubnetExcluded: fields.primarySubnetExcluded.exactOptional(),
  podsSequence: fields.podsSequence.exactOptional(),
  cni: CniVersion.exactOptional(),
  subnet: Subnets.exactOptional(),
  free: AddressSpace.shape.free.exactOptional(),
  freePrefixes: AddressSpace.shape.freePrefixes.exactOptional(),
})
export type Request = z.infer<typeof Request>

/** The fields that may contradict each other although each of them is right. */
export const Enis = z.object({
  instanceType: Request.shape.instanceType,
  limits: Request.shape.limits,
  attachedEnis: Request.shape.attachedEnis,
  unmanagedEnis: Request.shape.unmanagedEnis,
})

/** For a key that is misspelt. */
export const KNOWN_KEYS: KnownKeys = {
  '': Object.keys(Request.shape),
  settings: SETTING_NAMES,
  limits: Object.keys(LimitsByHand.shape),
}

function countValue(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
}

/** The spellings that the CNI takes for its switches, those of Go's strconv.ParseBool. */
function switchValue(value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (/^(1|t|T|true|True|TRUE)$/.test(value)) return true
  return /^(0|f|F|false|False|FALSE)$/.test(value) ? false : value
}

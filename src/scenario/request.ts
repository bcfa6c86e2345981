import { z } from 'zod'
import { findInstance, INSTANCE_NAMES } from '../instance/instance.ts'
import type { InstanceLimits } from '../instance/limits.ts'
import { nearest } from '../nearest.ts'
import { failure, success, type Result } from '../result.ts'
import { contradictions } from './contradiction.ts'
import { nodeGroup } from './group.ts'
import {
  AddressSpace,
  CniSettings,
  CniVersion,
  Limits,
  NEWEST_CNI,
  NodeGroup,
  Pods,
  type Scenario,
} from './scenario.ts'
import { DEFAULT_SETTINGS, type SettingName } from './settings.ts'

/** What is wrong with one field of a request. `code` is stable; `message` is for people. */
export interface RequestProblem {
  readonly code: string
  /** The field, as `settings.WARM_IP_TARGET`; '' for the request as a whole. */
  readonly path: string
  readonly message: string
}

const fields = NodeGroup.shape
const podCount = Pods.shape.count

/** A setting of the CNI; also as its environment variables spell it: `"2"`, `"true"`. */
const setting = <Name extends SettingName>(name: Name) =>
  z.preprocess(speltValue, CniSettings.shape[name]).prefault(DEFAULT_SETTINGS[name])

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
const LimitsByHand = z.strictObject({
  enis: Limits.shape.enis,
  ipv4PerEni: Limits.shape.ipv4PerEni,
  hypervisor: Limits.shape.hypervisor.default('nitro'),
  bareMetal: Limits.shape.bareMetal.default(false),
  cards: Limits.shape.cards.exactOptional(),
  vcpus: Limits.shape.vcpus.default(null),
  branchEnis: Limits.shape.branchEnis.default(0),
})

const subnet = z.union([z.int().min(16).max(28), AddressSpace.shape.subnets.element])

const UNKNOWN_TYPE = {
  error: ({ input }: { readonly input: unknown }) => {
    const names = nearest(String(input).slice(0, 40), INSTANCE_NAMES, 3)
    return `EC2 has no such type${names.length > 0 ? `; nearest: ${names.join(', ')}` : ''}`
  },
}

/** One node group as scripts ask for it. A field left out has its default. */
const Request = z.strictObject({
  instanceType: z
    .string()
    .refine((name) => findInstance(name) !== undefined, UNKNOWN_TYPE)
    .exactOptional(),
  limits: LimitsByHand.exactOptional(),
  nodes: fields.nodes.exactOptional(),
  pods: podCount.exactOptional(),
  podsPerNode: podCount.exactOptional(),
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
  subnet: z.union([subnet, z.array(subnet)]).exactOptional(),
  free: AddressSpace.shape.free.exactOptional(),
  freePrefixes: AddressSpace.shape.freePrefixes.exactOptional(),
})
type Request = z.infer<typeof Request>

/** Reads the request of a script for one node group, with every default filled in. */
export function readRequest(json: unknown): Result<Scenario, RequestProblem> {
  const parsed = Request.safeParse(json)
  if (!parsed.success) return failure(parsed.error.issues.flatMap(requestProblems))
  const request = parsed.data
  const limits = limitsOf(request)
  const problems = [...(limits.ok ? [] : limits.problems), ...podsProblems(request)]
  if (!limits.ok || problems.length > 0) return failure(problems)
  const group = groupOf(request, limits.value)
  const contradicting = contradictions(group)
  if (contradicting.length > 0) return failure(contradicting.map(contradictionProblem))
  return success({ v: 1, cni: request.cni ?? NEWEST_CNI, groups: [group], space: spaceOf(request) })
}

function limitsOf({ instanceType, limits }: Request): Result<InstanceLimits, RequestProblem> {
  if ((instanceType === undefined) === (limits === undefined)) {
    return failure([problem('one-of', 'instanceType', 'give either instanceType or limits')])
  }
  if (limits) return success({ cards: [limits.enis], ...limits })
  const known = findInstance(instanceType ?? '')
  if (!known) throw new Error(`${instanceType} passed the schema and is unknown`)
  return success(known)
}

function podsProblems({ pods, podsPerNode }: Request): readonly RequestProblem[] {
  if (pods === undefined || podsPerNode === undefined) return []
  return [problem('one-of', 'podsPerNode', 'give either pods, of the group, or podsPerNode')]
}

function groupOf(request: Request, limits: InstanceLimits): NodeGroup {
  const { instanceType = null, limits: _, settings, pods, podsPerNode, ...given } = request
  const { cni: _cni, subnet: _subnet, free: _free, freePrefixes: _freePrefixes, ...inputs } = given
  const base = nodeGroup(instanceType, limits)
  return {
    ...base,
    ...inputs,
    settings,
    pods: podsOf(pods, podsPerNode) ?? base.pods,
  }
}

function podsOf(pods: number | undefined, podsPerNode: number | undefined): Pods | undefined {
  if (pods !== undefined) return { count: pods, per: 'group', stated: true }
  if (podsPerNode !== undefined) return { count: podsPerNode, per: 'node', stated: true }
  return undefined
}

function spaceOf({ subnet: given, free, freePrefixes }: Request): AddressSpace | null {
  if (given === undefined && free === undefined && freePrefixes === undefined) return null
  const subnets = (given === undefined ? [] : [given].flat()).map((one) =>
    typeof one === 'number' ? `/${one}` : one,
  )
  return { subnets, free: free ?? null, freePrefixes: freePrefixes ?? null }
}

function requestProblems(issue: z.core.$ZodIssue): readonly RequestProblem[] {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    const at = path === '' ? '' : `${path}.`
    return issue.keys.map((key) =>
      problem('unknown-key', `${at}${key}`, `unknown key ${JSON.stringify(key)}`),
    )
  }
  return [problem(ISSUE_CODES[issue.code] ?? 'invalid', path, issueMessage(issue, path))]
}

const ISSUE_CODES: Readonly<Partial<Record<z.core.$ZodIssue['code'], string>>> = {
  invalid_type: 'wrong-type',
  too_big: 'too-large',
  too_small: 'too-small',
  invalid_format: 'wrong-format',
  invalid_value: 'wrong-value',
  custom: 'unknown-type',
}

function issueMessage(issue: z.core.$ZodIssue, path: string): string {
  const field = path || 'the request'
  if (issue.code === 'too_big') return `${field} must be at most ${issue.maximum}`
  if (issue.code === 'too_small') return `${field} must be at least ${issue.minimum}`
  return `${field}: ${issue.message}`
}

function contradictionProblem({ field, most }: ReturnType<typeof contradictions>[number]) {
  return problem('too-large', field, `${field} must be at most ${most} for this instance type`)
}

function problem(code: string, path: string, message: string): RequestProblem {
  return { code, path, message }
}

function speltValue(value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (/^\d{1,15}$/.test(value)) return Number(value)
  return value === 'true' ? true : value === 'false' ? false : value
}

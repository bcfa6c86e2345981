import { findInstance } from '../instance/instance.ts'
import type { InstanceLimits } from '../instance/limits.ts'
import { failure, success, type Result } from '../result.ts'
import { contradictions } from './contradiction.ts'
import { nodeGroup } from './group.ts'
import { fieldProblem, issueProblems, type RequestProblem } from './request-problem.ts'
import { Enis, KNOWN_KEYS, Request } from './request-schema.ts'
import {
  NEWEST_CNI,
  type AddressSpace,
  type NodeGroup,
  type Pods,
  type Scenario,
} from './scenario.ts'

export type { RequestProblem } from './request-problem.ts'

/** Reads the request of a script for one node group, with every default filled in. */
export function readRequest(json: unknown): Result<Scenario, RequestProblem> {
  const parsed = Request.safeParse(json, { reportInput: true })
  const wrong = parsed.error?.issues.flatMap((issue) => issueProblems(issue, KNOWN_KEYS)) ?? []
  const problems = [...wrong, ...exclusionProblems(json), ...contradictionProblems(json)]
  if (!parsed.success || problems.length > 0) return failure(problems)
  const request = parsed.data
  return success({
    v: 1,
    cni: request.cni ?? NEWEST_CNI,
    groups: [groupOf(request)],
    space: spaceOf(request),
  })
}

/** Exactly one of `instanceType` and `limits`, at most one of `pods` and `podsPerNode`. */
function exclusionProblems(json: unknown): readonly RequestProblem[] {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return []
  const has = (key: string) => Object.hasOwn(json, key)
  return [
    ...(has('instanceType') === has('limits')
      ? [oneOf('instanceType', 'give either instanceType or limits')]
      : []),
    ...(has('pods') && has('podsPerNode')
      ? [oneOf('podsPerNode', 'give either pods, which are those of the group, or podsPerNode')]
      : []),
  ]
}

function oneOf(path: string, message: string): RequestProblem {
  return { code: 'one-of', path, message }
}

function contradictionProblems(json: unknown): readonly RequestProblem[] {
  const { data } = Enis.safeParse(json)
  const limits = data && limitsOf(data)
  if (!limits) return []
  const { attachedEnis = null, unmanagedEnis = 0 } = data
  const group = { ...nodeGroup(null, limits), attachedEnis, unmanagedEnis }
  return contradictions(group).map(({ field, most }) =>
    fieldProblem('too-large', field, `must be at most ${most} for this instance type`),
  )
}

function limitsOf({
  instanceType,
  limits,
}: Pick<Request, 'instanceType' | 'limits'>): InstanceLimits | undefined {
  if (limits) return { cards: [limits.enis], ...limits }
  return instanceType === undefined ? undefined : findInstance(instanceType)
}

function groupOf(request: Request): NodeGroup {
  const {
    instanceType = null,
    limits: _limits,
    pods: _pods,
    podsPerNode: _perNode,
    ...given
  } = request
  const { cni: _cni, subnet: _subnet, free: _free, freePrefixes: _freePrefixes, ...inputs } = given
  const limits = limitsOf(request)
  if (!limits) throw new Error('a request without limits passed the schema')
  const base = nodeGroup(instanceType, limits)
  return { ...base, ...inputs, pods: podsOf(request) ?? base.pods }
}

/** The pods that were named; of a sequence alone, those that it ends with. */
function podsOf({ pods, podsPerNode, podsSequence }: Request): Pods | undefined {
  const inGroup = pods ?? (podsPerNode === undefined ? podsSequence?.at(-1) : undefined)
  if (inGroup !== undefined) return { count: inGroup, per: 'group', stated: true }
  if (podsPerNode !== undefined) return { count: podsPerNode, per: 'node', stated: true }
  return undefined
}

function spaceOf({ subnet, free, freePrefixes }: Request): AddressSpace | null {
  if (subnet === undefined && free === undefined && freePrefixes === undefined) return null
  return { subnets: [...(subnet ?? [])], free: free ?? null, freePrefixes: freePrefixes ?? null }
}

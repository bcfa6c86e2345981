import { z } from 'zod'
import { SCENARIO_LIMITS } from '../scenario/limits.ts'
import { CniSettings, Limits, NodeGroup, Pods, Scenario } from '../scenario/scenario.ts'
import { withoutUsual, withUsual } from './usual.ts'

/*
 * What a stored scenario leaves out, so that many runs fit in a page of the database. It is part of
 * the stored form, and stays whatever becomes usual later: rows that lack it are read with it.
 */
const USUAL_LIMITS = { hypervisor: 'nitro', bareMetal: false } as const
const USUAL_PODS = { per: 'group', stated: true } as const
const USUAL_SETTINGS = {
  WARM_ENI_TARGET: 1,
  WARM_IP_TARGET: 0,
  MINIMUM_IP_TARGET: 0,
  WARM_PREFIX_TARGET: 1,
  ENABLE_PREFIX_DELEGATION: false,
  MAX_ENI: 0,
  AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: false,
  ENABLE_POD_ENI: false,
  ENABLE_MULTI_NIC: false,
  ENABLE_IPv6: false,
} as const
const USUAL_GROUP: Partial<NodeGroup> = {
  maxPods: null,
  managedNodeGroup: false,
  daemonsetPods: 0,
  hostNetworkPods: 2,
  branchPods: 0,
  attachedEnis: null,
  unmanagedEnis: 0,
  primarySubnetExcluded: false,
  podsSequence: [],
}
const USUAL_SCENARIO = { space: null } as const

/** A scenario as it is stored. */
export function encodeScenario(scenario: Scenario) {
  return {
    ...withoutUsual(scenario, USUAL_SCENARIO),
    groups: scenario.groups.map((group) => ({
      ...withoutUsual(group, USUAL_GROUP),
      limits: withoutUsual(group.limits, USUAL_LIMITS),
      pods: withoutUsual(group.pods, USUAL_PODS),
      settings: withoutUsual(group.settings, USUAL_SETTINGS),
    })),
  }
}

const Group = NodeGroup.extend({
  limits: withUsual(USUAL_LIMITS, Limits),
  pods: withUsual(USUAL_PODS, Pods),
  settings: withUsual(USUAL_SETTINGS, CniSettings),
})

/** The JSON of a stored scenario: completed and checked. */
export const ScenarioJson = withUsual(
  USUAL_SCENARIO,
  Scenario.extend({
    groups: z.array(withUsual(USUAL_GROUP, Group)).min(1).max(SCENARIO_LIMITS.groups),
  }),
) satisfies z.ZodType<Scenario>

import { findInstance } from '../../src/instance/instance.ts'
import { nodeGroup } from '../../src/scenario/group.ts'
import type { NodeGroup } from '../../src/scenario/scenario.ts'
import type { Settings } from '../../src/scenario/settings.ts'

/** What a test says about a node group; everything else has its default. */
type Described = Partial<Omit<NodeGroup, 'pods' | 'settings'>> & {
  readonly pods?: number
  readonly per?: 'group' | 'node'
  readonly settings?: Partial<Settings>
}

/** A node group of a known instance type. */
export function nodes(instanceType: string, described: Described = {}): NodeGroup {
  const limits = findInstance(instanceType)
  if (limits === undefined) throw new Error(`unknown instance type ${instanceType}`)
  const { pods, per, settings, ...fields } = described
  const defaults = nodeGroup(instanceType, limits)
  return {
    ...defaults,
    ...fields,
    pods: pods === undefined ? defaults.pods : { count: pods, per: per ?? 'group', stated: true },
    settings: { ...defaults.settings, ...settings },
  }
}

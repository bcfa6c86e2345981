import type { NodeGroup } from '../scenario/scenario.ts'
import type { Capacity } from './capacity.ts'
import type { CniRules } from './cni.ts'
import type { SettledNode } from './settled-node.ts'
import type { Stall } from './stall.ts'

/** A group that has been planned, as far as its figures need explaining. */
export interface Explained {
  readonly group: NodeGroup
  readonly cni: string
  readonly rules: CniRules
  readonly capacity: Capacity
  readonly fullest: SettledNode
  readonly flapping: boolean
  readonly stall: Stall | null
}

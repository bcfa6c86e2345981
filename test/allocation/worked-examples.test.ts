import { describe, expect, it } from 'vitest'
import { allocateGroup } from '../../src/allocation/group.ts'
import type { Amount } from '../../src/allocation/plan.ts'
import { NEWEST_CNI } from '../../src/scenario/scenario.ts'
import { nodes } from './nodes.ts'

interface Example {
  readonly request: string
  readonly group: Parameters<typeof nodes>[1]
  readonly enis: Amount
  readonly usable: number
  readonly reserved: number
  readonly held: Amount
}

/** The examples that the planning rules were written down with: 4 ENIs of 15 addresses each. */
const EXAMPLES: readonly Example[] = [
  {
    request: '2 nodes, pods not given',
    group: { nodes: 2 },
    enis: 4,
    usable: 56,
    reserved: 60,
    held: 60,
  },
  { request: '10 pods', group: { pods: 10 }, enis: 2, usable: 28, reserved: 30, held: 30 },
  { request: '14 pods', group: { pods: 14 }, enis: 2, usable: 28, reserved: 30, held: 30 },
  { request: '15 pods', group: { pods: 15 }, enis: 3, usable: 42, reserved: 45, held: 45 },
  {
    request: '10 pods, warm-ip=2, 2 ENIs attached already',
    group: { pods: 10, settings: { WARM_IP_TARGET: 2 }, attachedEnis: 2 },
    enis: { min: 1, max: 2 },
    usable: 28,
    reserved: 30,
    held: { min: 13, max: 14 },
  },
  {
    request: '10 pods, warm-ip=2',
    group: { pods: 10, settings: { WARM_IP_TARGET: 2 } },
    enis: 1,
    usable: 14,
    reserved: 15,
    held: 13,
  },
  {
    request: '26 pods, warm-ip=2',
    group: { pods: 26, settings: { WARM_IP_TARGET: 2 } },
    enis: 2,
    usable: 28,
    reserved: 30,
    held: 30,
  },
  {
    request: '27 pods, warm-ip=2',
    group: { pods: 27, settings: { WARM_IP_TARGET: 2 } },
    enis: 3,
    usable: 42,
    reserved: 45,
    held: 32,
  },
  {
    request: '2 nodes, 27 pods, warm-ip=2',
    group: { nodes: 2, pods: 27, settings: { WARM_IP_TARGET: 2 } },
    enis: 4,
    usable: 56,
    reserved: 60,
    held: 35,
  },
  {
    request: '2 nodes, 27 pods per node, warm-ip=2',
    group: { nodes: 2, pods: 27, per: 'node', settings: { WARM_IP_TARGET: 2 } },
    enis: 6,
    usable: 84,
    reserved: 90,
    held: 64,
  },
]

describe('t3.2xlarge', () => {
  it.each(EXAMPLES)('$request', ({ group, enis, usable, reserved, held }) => {
    const plan = allocateGroup(nodes('t3.2xlarge', group), NEWEST_CNI, null)
    expect(plan).toMatchObject({ enis, usable, reserved, held, pending: 0 })
  })
})

describe('the next step', () => {
  it('says what the 15th pod of a node costs', () => {
    const { next } = allocateGroup(nodes('t3.2xlarge', { pods: 14 }), NEWEST_CNI, null)
    expect(next).toEqual({
      up: { pods: 15, enis: 1, held: 15, reserved: 15 },
      down: { pods: 0, enis: -1, held: -15, reserved: -15 },
    })
  })

  it('tells the ENI apart from the addresses with WARM_IP_TARGET', () => {
    const group = nodes('t3.2xlarge', { nodes: 2, pods: 27, settings: { WARM_IP_TARGET: 2 } })
    expect(allocateGroup(group, NEWEST_CNI, null).next).toEqual({
      up: { pods: 27, enis: 1, held: 14, reserved: 15 },
      down: { pods: 12, enis: -1, held: -2, reserved: -15 },
    })
  })
})

import { describe, expect, it } from 'vitest'
import { allocateGroup } from '../../src/allocation/group.ts'
import type { NodePlan } from '../../src/allocation/plan.ts'
import { INSTANCE_TYPES } from '../../src/instance/types.generated.ts'
import { nodeGroup } from '../../src/scenario/group.ts'
import { NEWEST_CNI, type NodeGroup } from '../../src/scenario/scenario.ts'
import { PUBLISHED_FIGURES, type Figures, type PublishedFigure } from './published-figures.ts'

const right = PUBLISHED_FIGURES.filter((row) => row.wrong === undefined)
const wrong = PUBLISHED_FIGURES.filter((row) => row.wrong !== undefined)

describe('published figures', () => {
  it('are 88 that agree with the code of the CNI and 15 that do not', () => {
    expect([right.length, wrong.length]).toEqual([88, 15])
  })

  it.each(right)('$id', (row) => {
    expect(ourFigures(row, row.published)).toEqual(sorted(row.published))
  })

  it.each(wrong)('$id is wrong: $wrong.why', (row) => {
    const ours = ourFigures(row, row.wrong?.ours ?? {})
    expect(ours).toEqual(sorted(row.wrong?.ours ?? {}))
    expect(ourFigures(row, row.published)).not.toEqual(sorted(row.published))
  })
})

/** Those of our figures that a row tells. */
function ourFigures(row: PublishedFigure, told: Figures): Figures {
  const plan = allocateGroup(groupOf(row), NEWEST_CNI, null)
  const [node] = plan.nodes
  if (node === undefined) throw new Error('a group has nodes')
  const ours = sorted({ ...figuresOf(node), maxPods: plan.maxPods })
  return Object.fromEntries(Object.entries(ours).filter(([figure]) => figure in told))
}

function figuresOf(node: NodePlan): Figures {
  const { enis, secondary, prefixes, warm, used, perEni, held, pending } = node
  if (typeof enis !== 'number' || typeof held !== 'number') throw new Error('not determined')
  return { enis, secondary, prefixes, warm, used, perEni, held, pending }
}

/** The published tables list the ENIs of a node in any order. */
function sorted(figures: Figures): Figures {
  if (figures.perEni === undefined) return figures
  return { ...figures, perEni: figures.perEni.toSorted((a, b) => b - a) }
}

function groupOf(row: PublishedFigure): NodeGroup {
  const known = row.instanceType === null ? undefined : INSTANCE_TYPES.get(row.instanceType)
  const byHand = {
    enis: row.enis,
    ipv4PerEni: row.ipv4PerEni,
    hypervisor: 'nitro',
    bareMetal: false,
    cards: [row.enis],
    vcpus: null,
    branchEnis: 0,
  } as const
  const group = nodeGroup(row.instanceType, known ?? byHand)
  return {
    ...group,
    settings: { ...group.settings, ...row.settings },
    pods: { count: row.pods ?? 0, per: 'node', stated: true },
    maxPods: row.maxPods ?? null,
    managedNodeGroup: row.managedNodeGroup ?? false,
  }
}

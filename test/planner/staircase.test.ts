import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocateGroup } from '../../src/allocation/group.ts'
import { maxOf } from '../../src/allocation/amount.ts'
import { shownPoints } from '../../src/planner/shown-points.ts'
import { staircase, type Point, type Stair } from '../../src/planner/staircase.ts'
import { INSTANCE_NAMES } from '../../src/instance/instance.ts'
import { NEWEST_CNI } from '../../src/scenario/scenario.ts'
import { nodes } from '../allocation/nodes.ts'
import { anyGroup } from '../diff/scenarios.ts'

/** `15–28: 3 ENIs, 45 reserved, 45 held`. */
function told({ first, last }: Stair): string {
  const pods = first.pods === last.pods ? first.pods : `${first.pods}–${last.pods}`
  const held = first.held === last.held ? first.held : `${first.held}–${last.held}`
  return `${pods}: ${first.enis} ENIs, ${first.reserved} reserved, ${held} held`
}

test.each([
  [
    'the defaults: one ENI in reserve',
    nodes('t3.2xlarge', { pods: 27 }),
    [
      '0: 1 ENIs, 15 reserved, 15 held',
      '1–14: 2 ENIs, 30 reserved, 30 held',
      '15–28: 3 ENIs, 45 reserved, 45 held',
      '29–56: 4 ENIs, 60 reserved, 60 held',
    ],
  ],
  [
    'WARM_IP_TARGET=2: held grows pod by pod, reserved by ENIs',
    nodes('t3.2xlarge', { pods: 27, settings: { WARM_IP_TARGET: 2 } }),
    [
      '0–12: 1 ENIs, 15 reserved, 3–15 held',
      '13–26: 2 ENIs, 30 reserved, 17–30 held',
      '27–40: 3 ENIs, 45 reserved, 32–45 held',
      '41–54: 4 ENIs, 60 reserved, 47–60 held',
      '55–56: 4 ENIs, 60 reserved, 60 held',
    ],
  ],
  [
    'MINIMUM_IP_TARGET=4: flat before it grows',
    nodes('t3.medium', { pods: 3, settings: { MINIMUM_IP_TARGET: 4, WARM_IP_TARGET: 1 } }),
    [
      '0–3: 1 ENIs, 6 reserved, 5 held',
      '4: 1 ENIs, 6 reserved, 6 held',
      '5–9: 2 ENIs, 12 reserved, 8–12 held',
      '10–14: 3 ENIs, 18 reserved, 14–18 held',
      '15: 3 ENIs, 18 reserved, 18 held',
    ],
  ],
])('the staircase of %s', (_, group, stairs) => {
  expect(staircase(group, NEWEST_CNI).stairs.map(told)).toEqual(stairs)
})

test('a staircase has the engine’s figures at every pod count, without a gap', () => {
  fc.assert(
    fc.property(anyGroup, fc.constantFrom(NEWEST_CNI, '1.8'), (group, cni) => {
      const { stairs } = staircase(group, cni)
      expect(stairs[0]?.first.pods).toBe(0)
      stairs.forEach((stair, index) => {
        const before = stairs[index - 1]?.last.pods ?? -1
        expect(stair.first.pods).toBe(before + 1)
        for (let pods = stair.first.pods; pods <= stair.last.pods; pods++) {
          expect(onStair(stair, pods)).toEqual(asked(group, cni, pods))
        }
      })
    }),
    { numRuns: 150 },
  )
})

test('the current point is the fullest node of the answer', () => {
  fc.assert(
    fc.property(anyGroup, (group) => {
      const [fullest] = allocateGroup(group, NEWEST_CNI, null).nodes
      const { current } = staircase(group, NEWEST_CNI)
      expect(current).toEqual({
        pods: fullest?.pods,
        enis: maxOf(fullest?.enis ?? 0),
        reserved: fullest?.reserved,
        held: maxOf(fullest?.held ?? 0),
      })
    }),
    { numRuns: 300 },
  )
})

test('a chart has both ends of every stair where there is room, and never too many points', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...INSTANCE_NAMES),
      fc.boolean(),
      fc.nat(300),
      (type, warm, pods) => {
        const settings = warm ? { WARM_IP_TARGET: 2 } : { ENABLE_PREFIX_DELEGATION: true }
        const stairs = staircase(nodes(type, { pods, settings, maxPods: 250 }), NEWEST_CNI)
        const points = shownPoints(stairs, 20)
        const shown = points.map((point) => point.pods)
        expect(points.length).toBeLessThanOrEqual(20)
        expect(shown).toEqual([...new Set(shown)].toSorted((a, b) => a - b))
        expect(shown).toContain(stairs.current.pods)
        expect(shown[0]).toBe(0)
        expect(shown).toContain(stairs.stairs.at(-1)?.last.pods)
        const ends = stairs.stairs.flatMap(({ first, last }) => [first.pods, last.pods])
        const missing = ends.filter((end) => !shown.includes(end))
        expect(stairs.stairs.length > 8 || missing.length === 0).toBe(true)
      },
    ),
    { numRuns: 100 },
  )
})

/** What a stair says of one of its pod counts. */
function onStair({ first, last }: Stair, pods: number): Point {
  const grows = last.held > first.held
  return { ...first, pods, held: first.held + (grows ? pods - first.pods : 0) }
}

function asked(group: Parameters<typeof staircase>[0], cni: string, pods: number): Point {
  const node = { ...group, nodes: 1, daemonsetPods: 0 }
  const plan = allocateGroup(
    { ...node, pods: { count: pods, per: 'node', stated: true } },
    cni,
    null,
  )
  const { enis, reserved, held } = plan
  return { pods, enis: maxOf(enis), reserved, held: maxOf(held) }
}

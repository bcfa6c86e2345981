import { describe, expect, test } from 'vitest'
import type { Totals } from '../../src/allocation/plan.ts'
import { diff } from '../../src/diff/diff.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { scenarioOf } from '../history/runs.ts'

const t3 = scenarioOf('t3.2xlarge')
const figures: Totals = {
  held: 60,
  reserved: 60,
  usable: 56,
  used: 27,
  warm: 29,
  primaries: 4,
  branch: 0,
  enis: 4,
  pending: 0,
}

function figureChange(from: Partial<Totals>, to: Partial<Totals>, figure: keyof Totals) {
  const before = { scenario: t3, plan: { ...figures, ...from } }
  const after = { scenario: t3, plan: { ...figures, ...to } }
  return diff(before, after).figures.find((change) => change.figure === figure)
}

describe('a figure', () => {
  test.each([
    ['went down', 60, 35, -25, -42],
    ['went up', 35, 60, 25, 71],
    ['stayed', 60, 60, 0, null],
    ['came from nothing', 0, 5, 5, null],
    ['went to nothing', 5, 0, -5, null],
  ])('%s: %i → %i', (_, from, to, delta, percent) => {
    expect(figureChange({ warm: from }, { warm: to }, 'warm')).toEqual({
      figure: 'warm',
      from,
      to,
      delta,
      percent,
    })
  })

  test('that is a range counts with its upper end', () => {
    expect(figureChange({ held: 13 }, { held: { min: 13, max: 14 } }, 'held')).toMatchObject({
      from: 13,
      to: 14,
      delta: 1,
    })
  })
})

describe('the inputs', () => {
  const inputsBetween = (before: Scenario, after: Scenario) =>
    diff({ scenario: before, plan: figures }, { scenario: after, plan: figures }).inputs

  test('of the same question do not differ', () => {
    expect(inputsBetween(t3, scenarioOf('t3.2xlarge'))).toEqual([])
  })

  test('that differ are named with both values', () => {
    const [group] = t3.groups
    const settings = { ...group!.settings, WARM_IP_TARGET: 2, ENABLE_PREFIX_DELEGATION: true }
    const pods = { count: 27, per: 'node', stated: true } as const
    const changed = scenarioOf('t3.2xlarge', { nodes: 2, settings, pods, maxPods: 110 })
    expect(inputsBetween(t3, { ...changed, cni: '1.8' })).toEqual([
      { kind: 'changed', group: null, field: 'cni', from: '1.23', to: '1.8' },
      { kind: 'changed', group: 't3.2xlarge', field: 'nodes', from: 1, to: 2 },
      { kind: 'changed', group: 't3.2xlarge', field: 'pods', from: '1/node', to: '27/node' },
      { kind: 'changed', group: 't3.2xlarge', field: 'WARM_IP_TARGET', from: null, to: 2 },
      {
        kind: 'changed',
        group: 't3.2xlarge',
        field: 'ENABLE_PREFIX_DELEGATION',
        from: false,
        to: true,
      },
      { kind: 'changed', group: 't3.2xlarge', field: 'maxPods', from: null, to: 110 },
    ])
  })

  test('do not differ where the pods that are taken for granted are stated', () => {
    const pods = { count: 1, per: 'node', stated: true } as const
    expect(inputsBetween(t3, scenarioOf('t3.2xlarge', { pods }))).toEqual([])
    expect(inputsBetween(scenarioOf('t3.2xlarge', { pods }), t3)).toEqual([])
  })

  test('of the address space are named', () => {
    const space = { subnets: ['/24', '10.0.0.0/22'], free: 120, freePrefixes: null }
    expect(inputsBetween({ ...t3, space }, { ...t3, space: { ...space, free: null } })).toEqual([
      { kind: 'changed', group: null, field: 'free', from: 120, to: null },
    ])
    expect(inputsBetween(t3, { ...t3, space })).toEqual([
      { kind: 'changed', group: null, field: 'subnet', from: null, to: '/24, 10.0.0.0/22' },
      { kind: 'changed', group: null, field: 'free', from: null, to: 120 },
    ])
    const turned = { ...space, subnets: space.subnets.toReversed() }
    expect(inputsBetween({ ...t3, space }, { ...t3, space: turned })).toEqual([])
  })

  test('of groups are compared type by type; a group comes or goes as a whole', () => {
    const m5 = scenarioOf('m5.large', { nodes: 3 })
    const both = { ...t3, groups: [...m5.groups, ...t3.groups] }
    expect(inputsBetween(t3, both)).toEqual([{ kind: 'added', group: 'm5.large', nodes: 3 }])
    expect(inputsBetween(both, t3)).toEqual([{ kind: 'removed', group: 'm5.large', nodes: 3 }])
    expect(inputsBetween(t3, m5)).toEqual([
      { kind: 'added', group: 'm5.large', nodes: 3 },
      { kind: 'removed', group: 't3.2xlarge', nodes: 1 },
    ])
  })

  describe('of several groups of one type', () => {
    const m5 = (nodes: number, warmIp = 0) => {
      const [group] = scenarioOf('m5.large', { nodes }).groups
      return { ...group!, settings: { ...group!.settings, WARM_IP_TARGET: warmIp } }
    }
    const nodesChange = (from: number, to: number) =>
      ({ kind: 'changed', group: 'm5.large', field: 'nodes', from, to }) as const
    const whole = (kind: 'added' | 'removed', nodes: number) =>
      ({ kind, group: 'm5.large', nodes }) as const

    test.each([
      ['in another order do not differ', [m5(2, 2), m5(4)], [m5(4), m5(2, 2)], []],
      ['that are equal do not differ', [m5(2), m5(2)], [m5(2), m5(2)], []],
      ['go alone, the other unchanged', [m5(2), m5(10)], [m5(10)], [whole('removed', 2)]],
      ['come alone, the other unchanged', [m5(10)], [m5(2), m5(10)], [whole('added', 2)]],
      ['come, equal to the other', [m5(2)], [m5(2), m5(2)], [whole('added', 2)]],
      [
        'are compared with the one nearest to them',
        [m5(2, 2), m5(4)],
        [m5(5), m5(3, 2)],
        [nodesChange(4, 5), nodesChange(2, 3)],
      ],
      [
        'stay in their order where nothing else tells them apart',
        [m5(2), m5(4)],
        [m5(3), m5(5)],
        [nodesChange(2, 3), nodesChange(4, 5)],
      ],
    ])('%s', (_, before, after, changes) => {
      const asked = (groups: Scenario['groups']) => ({ ...t3, groups })
      expect(inputsBetween(asked(before), asked(after))).toEqual(changes)
    })
  })

  test('know every field of a node group', () => {
    const [group] = t3.groups
    const named = new Set(
      inputsBetween(t3, scenarioOf('t3.2xlarge', changedInEveryField(group!))).map((change) =>
        change.kind === 'changed' ? change.field : '',
      ),
    )
    const derived = ['instanceType', 'limits', 'settings', 'podsSequence']
    const fields = Object.keys(group!).filter((field) => !derived.includes(field))
    expect(named).toEqual(new Set([...fields, ...Object.keys(group!.settings)]))
  })
})

function changedInEveryField(group: Scenario['groups'][number]): Scenario['groups'][number] {
  const changed = (value: unknown) =>
    typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : 1
  const entries = Object.entries(group).map(([field, value]) => {
    if (field === 'pods') return [field, { count: 9, per: 'node', stated: true }]
    if (field !== 'settings') return [field, changed(value)]
    return [
      field,
      Object.fromEntries(
        Object.entries(group.settings).map(([name, value]) => [name, changed(value)]),
      ),
    ]
  })
  return {
    ...Object.fromEntries(entries),
    instanceType: group.instanceType,
    limits: group.limits,
    podsSequence: [],
  }
}

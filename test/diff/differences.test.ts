import { describe, expect, test } from 'vitest'
import { differences } from '../../src/diff/differences.ts'
import type { InputChange } from '../../src/diff/inputs.ts'
import { matchGroups } from '../../src/diff/match.ts'
import type { NodeGroup, Scenario } from '../../src/scenario/scenario.ts'
import { scenarioOf } from '../history/runs.ts'

const t3 = scenarioOf('t3.2xlarge')

describe('the inputs', () => {
  const inputsBetween = (before: Scenario, after: Scenario) =>
    differences(before, after, matchGroups(before.groups, after.groups)).map(({ change }) => change)

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
    expect(
      inputsBetween({ ...t3, space }, { ...t3, space: { ...space, freePrefixes: 3 } }),
    ).toEqual([{ kind: 'changed', group: null, field: 'freePrefixes', from: null, to: 3 }])
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
        'go by their inputs where nothing else tells them apart',
        [m5(2), m5(4)],
        [m5(5), m5(3)],
        [nodesChange(4, 5), nodesChange(2, 3)],
      ],
    ])('%s', (_, before, after, changes) => {
      const asked = (groups: Scenario['groups']) => ({ ...t3, groups })
      expect(inputsBetween(asked(before), asked(after))).toEqual(changes)
    })
  })

  describe('of groups whose type changed', () => {
    const group = (type: string, nodes: number, warmIp = 0) => {
      const [made] = scenarioOf(type, { nodes }).groups
      return { ...made!, settings: { ...made!.settings, WARM_IP_TARGET: warmIp } }
    }
    const type = (from: string, to: string) =>
      ({ kind: 'changed', group: to, field: 'instanceType', from, to }) as const
    const nodes = (of: string, from: number, to: number) =>
      ({ kind: 'changed', group: of, field: 'nodes', from, to }) as const
    const whole = (kind: 'added' | 'removed', of: string, count: number) =>
      ({ kind, group: of, nodes: count }) as const

    test.each<[string, NodeGroup[], NodeGroup[], InputChange[]]>([
      [
        'are named with it, the only ones of their scenarios',
        [group('m5.large', 3)],
        [group('c5.xlarge', 9, 2)],
        [
          type('m5.large', 'c5.xlarge'),
          nodes('c5.xlarge', 3, 9),
          { ...nodes('c5.xlarge', 0, 0), field: 'WARM_IP_TARGET', from: null, to: 2 },
        ],
      ],
      [
        'are named with it, the only ones that are left',
        [group('m5.large', 3), group('t3.large', 1)],
        [group('c5.xlarge', 9), group('m5.large', 4)],
        [type('t3.large', 'c5.xlarge'), nodes('c5.xlarge', 1, 9), nodes('m5.large', 3, 4)],
      ],
      [
        'are found by what else they are',
        [group('m5.large', 3), group('t3.large', 7)],
        [group('c5.xlarge', 7), group('r5.large', 3)],
        [type('t3.large', 'c5.xlarge'), type('m5.large', 'r5.large')],
      ],
      [
        'are found by the family of their type where the rest is equal',
        [group('m5.large', 3), group('r5.large', 3)],
        [group('c5.xlarge', 3), group('m5.xlarge', 3)],
        [type('r5.large', 'c5.xlarge'), type('m5.large', 'm5.xlarge')],
      ],
      [
        'may differ in one more input',
        [group('m5.large', 3), group('t3.large', 7, 2)],
        [group('r5.large', 4), group('c5.xlarge', 50, 9), group('i3.large', 60, 8)],
        [
          type('m5.large', 'r5.large'),
          nodes('r5.large', 3, 4),
          whole('added', 'c5.xlarge', 50),
          whole('added', 'i3.large', 60),
          whole('removed', 't3.large', 7),
        ],
      ],
      [
        'are not guessed where more than one is left that differs in more',
        [group('m5.large', 3), group('t3.large', 7)],
        [group('c5.xlarge', 30, 2), group('r5.large', 40, 2)],
        [
          whole('added', 'c5.xlarge', 30),
          whole('added', 'r5.large', 40),
          whole('removed', 'm5.large', 3),
          whole('removed', 't3.large', 7),
        ],
      ],
    ])('%s', (_, before, after, changes) => {
      const asked = (groups: Scenario['groups']) => ({ ...t3, groups })
      expect(inputsBetween(asked(before), asked(after))).toEqual(changes)
      const turned = inputsBetween(asked(before.toReversed()), asked(after.toReversed()))
      expect(new Set(turned)).toEqual(new Set(changes))
    })
  })

  test('are the limits of a type where these are known otherwise than before', () => {
    const [group] = t3.groups
    const limits = { ...group!.limits, vcpus: 9, cards: [4, 4] }
    expect(inputsBetween(t3, scenarioOf('t3.2xlarge', { limits }))).toEqual([
      {
        kind: 'changed',
        group: 't3.2xlarge',
        field: 'limits',
        from: 'cards=4 vcpus=8',
        to: 'cards=4,4 vcpus=9',
      },
    ])
  })

  test('know every field of a node group', () => {
    const [group] = t3.groups
    const named = new Set(
      inputsBetween(t3, scenarioOf('t3.2xlarge', changedInEveryField(group!))).map((change) =>
        change.kind === 'changed' ? change.field : '',
      ),
    )
    const others = ['limits', 'settings', 'podsSequence']
    const fields = Object.keys(group!).filter((field) => !others.includes(field))
    expect(named).toEqual(new Set([...fields, ...Object.keys(group!.settings)]))
  })
})

describe('a change alone', () => {
  const aloneBetween = (before: Scenario, after: Scenario) =>
    differences(before, after, matchGroups(before.groups, after.groups)).map(({ alone }) => alone)
  const m5 = scenarioOf('m5.large', { nodes: 3 }).groups

  test('is made in the earlier question, and leaves the rest of it as it was', () => {
    const before = { ...t3, groups: [...m5, ...t3.groups] }
    const nodes = scenarioOf('t3.2xlarge', { nodes: 5 }).groups
    const c5 = scenarioOf('c5.large', { nodes: 9, maxPods: 20, daemonsetPods: 1 }).groups
    expect(aloneBetween(before, { ...t3, groups: [...nodes], cni: '1.8' })).toEqual([
      { ...before, cni: '1.8' },
      { ...before, groups: [...m5, ...nodes] },
      { ...before, groups: t3.groups },
    ])
    expect(aloneBetween(t3, { ...t3, groups: [...c5, ...t3.groups] })).toEqual([
      { ...t3, groups: [...t3.groups, ...c5] },
    ])
  })

  test('that takes the last word on the space away leaves no space', () => {
    const space = { subnets: ['/24'], free: 9, freePrefixes: null }
    expect(aloneBetween({ ...t3, space }, t3).map((alone) => alone.space)).toEqual([
      { ...space, subnets: [] },
      { ...space, free: null },
    ])
    expect(aloneBetween({ ...t3, space: { ...space, free: null } }, t3)).toEqual([t3])
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
    instanceType: 'm5.large',
    limits: group.limits,
    podsSequence: [],
  }
}

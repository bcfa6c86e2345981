import { describe, expect, test } from 'vitest'
import { allocate } from '../../src/allocation/allocate.ts'
import type { Totals } from '../../src/allocation/plan.ts'
import { diff, type Answered } from '../../src/diff/diff.ts'
import type { Deltas } from '../../src/diff/figures.ts'
import type { InputChange } from '../../src/diff/inputs.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { DEFAULT_SETTINGS } from '../../src/scenario/settings.ts'
import { scenarioOf } from '../history/runs.ts'
import { answered } from './scenarios.ts'

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
  return diff(before, after, allocate).figures.find((change) => change.figure === figure)
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

/** What a table says of a diff: its causes with their parts of reserved and held. */
function told(before: Answered, after: Answered) {
  const { parts, interaction, rules } = diff(before, after, allocate)
  const both = ({ reserved, held }: Deltas) => [reserved, held]
  return {
    parts: parts.map(({ change, deltas }) => [nameOf(change), ...both(deltas)]),
    interaction: both(interaction),
    rules: rules.map(({ of, deltas }) => [of, ...both(deltas)]),
  }
}

function nameOf(change: InputChange): string {
  return change.kind === 'changed' ? change.field : `${change.kind} ${change.group}`
}

describe('the change is attributed', () => {
  const pods = (count: number) => ({ count, per: 'group', stated: true }) as const
  const warm = (ip: number) => ({ ...DEFAULT_SETTINGS, WARM_IP_TARGET: ip })
  const before = scenarioOf('t3.2xlarge', { nodes: 2, pods: pods(27) })

  test.each<[string, Scenario, (string | number)[][], number[]]>([
    [
      'to the only input that changed',
      scenarioOf('t3.2xlarge', { nodes: 2, pods: pods(27), settings: warm(2) }),
      [['WARM_IP_TARGET', 0, -25]],
      [0, 0],
    ],
    [
      'to two inputs, and what they do only together',
      scenarioOf('t3.2xlarge', { nodes: 5, pods: pods(27), settings: warm(2) }),
      [
        ['nodes', 90, 90],
        ['WARM_IP_TARGET', 0, -25],
      ],
      [-75, -83],
    ],
    [
      'to a group that came, and one that changed',
      {
        ...before,
        groups: [...scenarioOf('m5.large').groups, { ...before.groups[0]!, pods: pods(40) }],
      },
      [
        ['pods', 30, 30],
        ['added m5.large', 20, 20],
      ],
      [0, 0],
    ],
    ['to an input that changes neither figure', { ...before, cni: '1.8' }, [['cni', 0, 0]], [0, 0]],
  ])('%s', (_, after, parts, interaction) => {
    expect(told(answered(before), answered(after))).toEqual({ parts, interaction, rules: [] })
  })

  test('to a type that cannot have the ENIs attached, counted as far as it can', () => {
    const attached = scenarioOf('t3.2xlarge', { pods: pods(27), attachedEnis: 4 })
    const after = answered(scenarioOf('m5.large', { pods: pods(27), attachedEnis: 2 }))
    expect(told(answered(attached), after)).toEqual({
      parts: [
        ['instanceType', -30, -30],
        ['attachedEnis', -15, -15],
      ],
      interaction: [15, 15],
      rules: [],
    })
  })

  test('to newer rules, where today gives another figure than was stored', () => {
    const stored = { scenario: before, plan: { ...allocate(before), reserved: 45 } }
    const later = answered(scenarioOf('t3.2xlarge', { nodes: 3, pods: pods(27) }))
    expect(told(stored, later)).toMatchObject({
      parts: [['nodes', 30, 30]],
      rules: [['before', 15, 0]],
    })
    expect(told(later, stored)).toMatchObject({
      parts: [['nodes', -30, -30]],
      rules: [['after', -15, 0]],
    })
    expect(diff(stored, later, allocate).rules[0]?.figures).toEqual([
      { figure: 'reserved', from: 45, to: 60, delta: 15, percent: 33 },
    ])
  })
})

describe('the rows', () => {
  const m5 = scenarioOf('m5.large', { nodes: 3 }).groups
  const t3Groups = t3.groups
  const rowsBetween = (before: Scenario, after: Scenario) => {
    const { rows, unchanged } = diff(answered(before), answered(after), allocate)
    return [
      ...rows.map(({ kind, from, to, figures: [reserved] }) => [kind, from, to, reserved?.delta]),
      unchanged,
    ]
  }

  test('show the groups that changed, came or went, and count the others', () => {
    const after = scenarioOf('c5.xlarge', { nodes: 3 }).groups
    const c5 = { type: 'c5.xlarge', nodes: 3 }
    const both = { ...t3, groups: [...m5, ...t3Groups] }
    expect(rowsBetween(both, both)).toEqual([2])
    expect(rowsBetween(both, { ...t3, groups: [...t3Groups, ...after] })).toEqual([
      ['changed', { type: 'm5.large', nodes: 3 }, c5, 30],
      1,
    ])
    expect(rowsBetween(t3, { ...t3, groups: [...after, ...t3Groups] })).toEqual([
      ['added', null, c5, 90],
      1,
    ])
    expect(rowsBetween({ ...t3, groups: [...t3Groups, ...after] }, t3)).toEqual([
      ['removed', c5, null, -90],
      1,
    ])
  })

  test('show a group whose own inputs are the same when another CNI gives other figures', () => {
    const settings = { ...DEFAULT_SETTINGS, WARM_IP_TARGET: 2 }
    const group = scenarioOf('t3.2xlarge', {
      settings,
      pods: { count: 10, per: 'node', stated: true },
    })
    expect(rowsBetween(group, { ...group, cni: '1.4' })).toMatchObject([['changed', {}, {}, 0], 0])
  })
})

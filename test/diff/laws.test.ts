import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { allocate } from '../../src/allocation/allocate.ts'
import { maxOf } from '../../src/allocation/amount.ts'
import type { Totals } from '../../src/allocation/plan.ts'
import { compareMany } from '../../src/diff/compare.ts'
import { differences } from '../../src/diff/differences.ts'
import { diff, type Answered } from '../../src/diff/diff.ts'
import { FIGURES, isNothing, sumDeltas, type Deltas, type Figure } from '../../src/diff/figures.ts'
import type { InputChange } from '../../src/diff/inputs.ts'
import { matchGroups } from '../../src/diff/match.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { caseCount } from '../allocation/case.ts'
import { answered, anyPair, anyScenario } from './scenarios.ts'

const runs = { numRuns: caseCount(200) }

vi.setConfig({ testTimeout: 60_000 + runs.numRuns * 50 })

/** An answer as older rules may have given it: any figures. */
const anyTotals: fc.Arbitrary<Totals> = fc.record({
  held: fc.oneof(fc.nat(99), fc.constant({ min: 3, max: 7 })),
  reserved: fc.nat(99),
  usable: fc.nat(99),
  used: fc.nat(99),
  warm: fc.nat(99),
  primaries: fc.nat(99),
  branch: fc.nat(9),
  enis: fc.nat(9),
  pending: fc.nat(9),
})

/** Two questions, each with today's answer or with a stored one. */
const anyAnswers: fc.Arbitrary<readonly [Answered, Answered]> = fc
  .tuple(anyPair, fc.option(anyTotals), fc.option(anyTotals))
  .map(([[before, after], earlier, later]) => [
    { scenario: before, plan: earlier ?? allocate(before) },
    { scenario: after, plan: later ?? allocate(after) },
  ])

describe('the figures', () => {
  test('are the sum of the parts, the interaction and the changed rules, every one of them', () => {
    fc.assert(
      fc.property(anyAnswers, ([before, after]) => {
        const { figures, parts, interaction, rules } = diff(before, after, allocate)
        const causes = [...parts, ...rules].map(({ deltas }) => deltas)
        const sum = sumDeltas([...causes, interaction])
        for (const { figure, delta } of figures) expect(sum[figure]).toBe(delta)
      }),
      runs,
    )
  })

  test('are the sum of the rows and the changed rules, every one of them', () => {
    fc.assert(
      fc.property(anyAnswers, ([before, after]) => {
        const { figures, rows, rules } = diff(before, after, allocate)
        const ofRows = rows.map((row) => rowDeltas(row.figures))
        const sum = sumDeltas([...ofRows, ...rules.map(({ deltas }) => deltas)])
        for (const { figure, delta } of figures) expect(sum[figure]).toBe(delta)
      }),
      runs,
    )
  })

  test('change from what was answered to what is answered', () => {
    fc.assert(
      fc.property(anyAnswers, ([before, after]) => {
        for (const { figure, from, to, delta } of diff(before, after, allocate).figures) {
          expect(from).toBe(told(before, figure))
          expect(to).toBe(told(after, figure))
          expect(delta).toBe(to - from)
        }
      }),
      runs,
    )
  })
})

describe('nothing', () => {
  test('changed from an answer to itself', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { figures, parts, interaction, rules, rows, unchanged } = ofItself(scenario)
        expect(figures.every(({ delta }) => delta === 0)).toBe(true)
        expect([parts, rules, rows]).toEqual([[], [], []])
        expect(isNothing(interaction)).toBe(true)
        expect(unchanged).toBe(scenario.groups.length)
      }),
      runs,
    )
  })

  test('interacts where a single input changed', () => {
    fc.assert(
      fc.property(anyPair, ([before, after]) => {
        const match = matchGroups(before.groups, after.groups)
        for (const { alone } of differences(before, after, match)) {
          const { parts, interaction } = diff(answered(before), answered(alone), allocate)
          expect(parts.length === 1 && !isNothing(interaction)).toBe(false)
        }
      }),
      runs,
    )
  })
})

describe('the way back', () => {
  test('has every figure, row and input the other way round', () => {
    fc.assert(
      fc.property(anyAnswers, ([before, after]) => {
        const [there, back] = [diff(before, after, allocate), diff(after, before, allocate)]
        expect(back.figures.map(({ from, to }) => [to, from])).toEqual(
          there.figures.map(({ from, to }) => [from, to]),
        )
        expect(back.unchanged).toBe(there.unchanged)
        expect(texts(back.rows.map(({ from, to }) => [to, from]))).toEqual(
          texts(there.rows.map(({ from, to }) => [from, to])),
        )
        expect(texts(back.parts.map(({ change }) => turned(change)))).toEqual(
          texts(there.parts.map(({ change }) => withoutType(change))),
        )
      }),
      runs,
    )
  })
})

test('the order of the groups makes no difference where they share no space', () => {
  fc.assert(
    fc.property(anyPair, (pair) => {
      const [before, after] = pair.map((scenario) => ({ ...scenario, space: null }))
      if (!before || !after) throw new Error('a pair has two scenarios')
      const straight = diff(answered(before), answered(after), allocate)
      const mixed = diff(answered(reversed(before)), answered(reversed(after)), allocate)
      expect(texts(mixed.parts)).toEqual(texts(straight.parts))
      expect(texts(mixed.rows)).toEqual(texts(straight.rows))
      expect(mixed.interaction).toEqual(straight.interaction)
    }),
    runs,
  )
})

test('what changes most comes first', () => {
  fc.assert(
    fc.property(anyAnswers, ([before, after]) => {
      const sizes = diff(before, after, allocate).parts.map(
        ({ deltas }) => Math.abs(deltas.reserved) + Math.abs(deltas.held),
      )
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    }),
    runs,
  )
})

test('of several runs that differ exactly those are marked that no other one is below', () => {
  fc.assert(
    fc.property(fc.array(anyScenario, { minLength: 2, maxLength: 5 }), (scenarios) => {
      const compared = compareMany(scenarios.map(answered), allocate)
      for (const figure of ['reserved', 'held'] as const) {
        const counts = compared.runs.map(({ today }) => maxOf(today[figure]))
        const marks = compared.runs.map(({ isSmallest }) => isSmallest[figure])
        const isVaried = new Set(counts).size > 1
        expect(marks).toEqual(
          counts.map((count) => isVaried && counts.every((other) => count <= other)),
        )
        expect(counts).toContain(compared.smallest[figure])
      }
    }),
    runs,
  )
})

/** A figure as an answer tells it: pods that wait for the space are pods without an address too. */
function told({ plan }: Answered, figure: Figure): number {
  return maxOf(plan[figure]) + (figure === 'pending' ? (plan.fit?.pending ?? 0) : 0)
}

function ofItself(scenario: Scenario) {
  const answer = answered(scenario)
  return diff(answer, answer, allocate)
}

function rowDeltas(
  figures: readonly { readonly figure: string; readonly delta: number }[],
): Deltas {
  const delta = (sought: string) => figures.find(({ figure }) => figure === sought)?.delta ?? NaN
  // oxlint-disable-next-line no-unsafe-type-assertion -- one entry for each figure
  return Object.fromEntries(FIGURES.map((figure) => [figure, delta(figure)])) as Deltas
}

function turned(change: InputChange): unknown {
  if (change.kind !== 'changed') {
    return { ...change, kind: change.kind === 'added' ? 'removed' : 'added' }
  }
  return withoutType({ ...change, from: change.to, to: change.from })
}

/** A change is told of the later type of its group, which is the earlier one on the way back. */
function withoutType(change: InputChange): unknown {
  return change.kind === 'changed' ? { ...change, group: null } : change
}

function reversed(scenario: Scenario): Scenario {
  return { ...scenario, groups: scenario.groups.toReversed() }
}

function texts(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value)).toSorted()
}

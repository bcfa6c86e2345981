import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonAncestor } from '../../src/diff/common-ancestor.ts'
import { lineOfDescent } from '../../src/diff/line-of-descent.ts'

/** 1 → 2 → 4 → 6, 2 → 5, 1 → 3, and 7 on its own. */
const tree = [
  { number: 1, parent: null },
  { number: 2, parent: 1 },
  { number: 3, parent: 1 },
  { number: 4, parent: 2 },
  { number: 5, parent: 2 },
  { number: 6, parent: 4 },
  { number: 7, parent: null },
]

test.each([
  ['of two branches', [6, 5], 2],
  ['of branches that part early', [6, 3], 1],
  ['of a run and one that comes from it', [4, 6], 4],
  ['of a run and the one that it comes from', [6, 4], 4],
  ['of a run and itself', [5, 5], 5],
  ['of three', [6, 5, 3], 1],
  ['of runs that have nothing in common', [6, 7], null],
  ['of runs that nobody knows', [8, 9], null],
  ['of no run', [], null],
])('the nearest common ancestor %s', (_, runs, ancestor) => {
  expect(commonAncestor(runs.map((run) => lineOfDescent(run, tree)))).toBe(ancestor)
})

test.each([
  ['ends with the run that has no parent', 6, tree, [6, 4, 2, 1]],
  ['ends where the parent is not known', 6, tree.slice(4), [6, 4]],
  ['is the run alone where that is not known', 9, tree, [9]],
  [
    'ends where it would go round',
    2,
    [
      { number: 2, parent: 3 },
      { number: 3, parent: 2 },
    ],
    [2, 3],
  ],
])('a line of descent %s', (_, run, runs, line) => {
  expect(lineOfDescent(run, runs)).toEqual(line)
})

test('the nearest common ancestor of two runs of any tree is below every other one', () => {
  const anyTree = fc
    .array(fc.nat(), { minLength: 1, maxLength: 30 })
    .map((parents) =>
      parents.map((parent, at) => ({ number: at, parent: at === 0 ? null : parent % at })),
    )
  fc.assert(
    fc.property(anyTree, fc.nat(), fc.nat(), (runs, a, b) => {
      const lines = [a, b].map((run) => lineOfDescent(run % runs.length, runs))
      const [first = [], second = []] = lines
      const common = first.filter((run) => second.includes(run))
      const nearest = commonAncestor(lines)
      expect(nearest).not.toBeNull()
      expect(lineOfDescent(nearest ?? -1, runs)).toEqual(common)
      expect(commonAncestor(lines.toReversed())).toBe(nearest)
    }),
  )
})

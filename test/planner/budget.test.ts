import { expect, test } from 'vitest'
import { budgetUse } from '../../src/planner/budget.ts'

const blue = { number: 3, name: 'blue', reserved: 60, held: 35 }
const green = { number: 7, name: 'green', reserved: 90, held: 64 }
const amount = { kind: 'addresses', addresses: 200 } as const

test.each([
  ['nothing yet', [], null, { used: 0, left: 200, plans: 0 }],
  ['the latest run of each name', [blue, green], null, { used: 150, left: 50, plans: 2 }],
  [
    'a run without a name, beside the plans',
    [blue, green],
    { number: 8, name: null, parent: 2, reserved: 75, held: 75 },
    { used: 225, left: -25, plans: 2 },
  ],
  [
    'a run in place of the plan of its name',
    [blue, green],
    { number: 8, name: 'blue', parent: null, reserved: 30, held: 30 },
    { used: 120, left: 80, plans: 1 },
  ],
  [
    'a run that changes a plan, in its place',
    [blue, green],
    { number: 8, name: null, parent: 3, reserved: 75, held: 75 },
    { used: 165, left: 35, plans: 1 },
  ],
  [
    'a run that changes a plan and has a name of its own, beside it',
    [blue, green],
    { number: 8, name: 'teal', parent: 3, reserved: 75, held: 75 },
    { used: 225, left: -25, plans: 2 },
  ],
  [
    'a run that is a plan itself, once',
    [blue, green],
    { ...green, parent: null },
    { used: 150, left: 50, plans: 1 },
  ],
] as const)('a budget counts %s', (_, plans, run, use) => {
  expect(budgetUse(amount, plans, run, 'reserved')).toEqual({
    figure: 'reserved',
    countsHeld: false,
    available: 200,
    ...use,
  })
})

test('held addresses are counted for whoever plans with them', () => {
  expect(budgetUse(amount, [blue, green], null, 'held')).toMatchObject({ used: 99, left: 101 })
})

test('a plan with prefixes counts with what it holds, which is more than its ENIs alone', () => {
  const prefixes = { number: 9, name: 'batch', reserved: 50, held: 245 }
  for (const figure of ['reserved', 'held'] as const) {
    const use = { used: 245, left: -45, countsHeld: true }
    expect(budgetUse(amount, [prefixes], null, figure)).toMatchObject(use)
  }
})

test('a subnet offers its addresses but the five that AWS keeps', () => {
  const subnets = { kind: 'subnets', subnets: ['10.0.0.0/22', '/24'] } as const
  expect(budgetUse(subnets, [], null, 'reserved').available).toBe(1_019 + 251)
})

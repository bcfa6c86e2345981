import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { labelStep, scaleOf } from '../../../src/workspace/page/chart-scale.ts'

describe('an axis has round numbers', () => {
  test.each<[readonly number[], readonly number[]]>([
    [[], [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[0], [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [
      [30, 45],
      [0, 10, 20, 30, 40, 50],
    ],
    [
      [15, 60],
      [0, 10, 20, 30, 40, 50, 60],
    ],
    [
      [0.1, 0.3],
      [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3],
    ],
    [
      [-7, 12],
      [-8, -6, -4, -2, 0, 2, 4, 6, 8, 10, 12],
    ],
    [[1234], [0, 200, 400, 600, 800, 1000, 1200, 1400]],
  ])('for %j', (values, ticks) => {
    expect(scaleOf(values).ticks).toEqual(ticks)
  })

  test('which begin at or below, and end at or above every value and 0', () => {
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 })
    fc.assert(
      fc.property(fc.array(value, { maxLength: 20 }), (values) => {
        const { low, high, ticks } = scaleOf(values)
        expect([ticks[0], ticks.at(-1)]).toEqual([low, high])
        expect(Math.min(0, ...values)).toBeGreaterThanOrEqual(low)
        expect(Math.max(0, ...values)).toBeLessThanOrEqual(high)
        expect(ticks).toContain(0)
        expect(ticks.length).toBeGreaterThan(3)
        expect(ticks.length).toBeLessThan(14)
      }),
    )
  })
})

test.each<[readonly string[], number, number]>([
  [['1', '2', '3'], 100, 1],
  [['1', '2', '3'], 30, 2],
  [['long label', 'other label'], 90, 2],
  [[], 100, 0],
])('of the labels %j on %d pixels one in %d is drawn', (labels, widthPx, step) => {
  expect(labelStep(labels, widthPx, 7)).toBe(step)
})

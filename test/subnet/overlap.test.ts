import { expect, test } from 'vitest'
import { firstOverlap } from '../../src/subnet/overlap.ts'

test.each<[subnets: readonly string[], found: readonly [string, string, number] | null]>([
  [[], null],
  [['10.0.0.0/24'], null],
  [['10.0.0.0/24', '10.0.1.0/24'], null],
  [['/24', '/24'], null],
  [['/24', '10.0.0.0/24'], null],
  [
    ['10.0.0.0/24', '10.0.0.0/24'],
    ['10.0.0.0/24', '10.0.0.0/24', 1],
  ],
  [
    ['10.0.0.0/16', '10.0.1.0/24'],
    ['10.0.0.0/16', '10.0.1.0/24', 1],
  ],
  [
    ['10.0.1.0/24', '/24', '10.0.0.0/16'],
    ['10.0.1.0/24', '10.0.0.0/16', 2],
  ],
  [
    ['100.64.0.0/16', '10.0.0.0/24', '10.0.0.128/25'],
    ['10.0.0.0/24', '10.0.0.128/25', 2],
  ],
])('%j: %j', (subnets, found) => {
  const overlap = firstOverlap(subnets)
  expect(overlap && [overlap.first, overlap.second, overlap.index]).toEqual(found)
})

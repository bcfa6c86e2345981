import { expect, test } from 'vitest'

import { findChannel, findUser } from '../../../src/workspace/state/lookup.ts'
import { seed } from '../../../src/workspace/state/seed.ts'

test.each([
  ['ada', 'U0ADA'],
  ['@ada', 'U0ADA'],
  ['U0ADA', 'U0ADA'],
  ['@eksip', 'U0EKSIP'],
  ['Ada Morales', undefined],
])('the user %j is %s', (spec, id) => {
  expect(findUser(seed, spec)?.id).toBe(id)
})

test.each([
  ['#capacity', 'U0OLIVER', 'C0CAPACITY'],
  ['capacity', 'U0OLIVER', 'C0CAPACITY'],
  ['C0CAPACITY', 'U0OLIVER', 'C0CAPACITY'],
  ['#prod-blue', 'U0ADA', 'C0PRODBLUE'],
  ['#prod-blue', 'U0OLIVER', undefined],
  ['@eksip', 'U0OLIVER', 'D0OLIVER'],
  ['D0ADA', 'U0OLIVER', undefined],
  ['#', 'U0ADA', undefined],
  ['', 'U0ADA', undefined],
])('the channel %j for %s is %s', (spec, userId, id) => {
  expect(findChannel(seed, spec, userId)?.id).toBe(id)
})

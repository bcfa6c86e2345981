import { expect, test } from 'vitest'
import { suggestInstances } from '../../src/instance/suggest.ts'

test.each([
  ['m5.l', ['m5.large']],
  ['M5', ['m5.large', 'm5.xlarge', 'm5.2xlarge']],
  ['t3.2', ['t3.2xlarge']],
  ['t3.2xlrge', ['t3.2xlarge']],
  ['metal-48xl', ['c7a.metal-48xl']],
  ['no such type at all', []],
])('%s offers %o first', (typed, names) => {
  expect(suggestInstances(typed, names.length || 5)).toEqual(names)
})

test('offers no more than asked', () => {
  expect(suggestInstances('xlarge', 30)).toHaveLength(30)
  expect(suggestInstances('', 30)).toHaveLength(30)
})

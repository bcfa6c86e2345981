import { describe, expect, test } from 'vitest'

import { complete, completionsAt, usageOf } from '../../../src/workspace/page/completion.ts'
import { wordsFor } from '../../../src/workspace/words/words.ts'
import { sampleView } from './sample-view.ts'

const view = { ...sampleView(), own: wordsFor('en-US') }

/** Offers for a line in which `|` is the caret. */
function offersAt(line: string): readonly string[] {
  const caret = line.indexOf('|')
  const completion = completionsAt(line.replace('|', ''), caret, view)
  return completion?.offers.map((offer) => offer.insert.trim()) ?? []
}

describe('the word before the caret', () => {
  test.each<[string, readonly string[]]>([
    ['/|', ['/eksip', '/eksip-admin']],
    ['/eksip-|', ['/eksip-admin']],
    ['/nothing|', []],
    ['/eksip |', []],
    ['text /ek|', []],
    ['@|', ['@eksip', '@ada', '@amelie', '@oliver', '@slackbot']],
    ['ask @ek|', ['@eksip']],
    ['ask @laur| now', ['@amelie']],
    ['mail@ek|', []],
    ['in #cap|', ['#capacity']],
    ['|', []],
  ])('%s', (line, offers) => {
    expect(offersAt(line)).toEqual(offers)
  })
})

test('an offer takes the place of the word, with one space after it', () => {
  const completion = completionsAt('ask @ek why', 7, view)
  const [offer] = completion?.offers ?? []
  if (completion === undefined || offer === undefined) throw new Error('no offer')
  expect(complete('ask @ek why', 7, completion.from, offer)).toEqual({
    text: 'ask @eksip why',
    caret: 11,
  })
})

test.each([
  ['/eksip ', '/eksip t3.2xlarge 2 nodes 27 pods warm-ip=2'],
  ['/eksip 2 nodes', '/eksip t3.2xlarge 2 nodes 27 pods warm-ip=2'],
  ['/eksip', undefined],
  ['/eksip-admin x', undefined],
  ['hello', undefined],
])('how to use %j', (line, usage) => {
  expect(usageOf(line, view.commands)).toBe(usage)
})

import { expect, test } from 'vitest'
import { typedText } from '../../src/slack/typed-text.ts'

test.each([
  ['t3.2xlarge 2 nodes', 't3.2xlarge 2 nodes'],
  ['<http://t3.2xlarge|t3.2xlarge> 2 nodes', 't3.2xlarge 2 nodes'],
  ['<http://t3.2xlarge>', 'http://t3.2xlarge'],
  ['<@U012ABC|ada> 2', '<@U012ABC|ada> 2'],
  ['<#C012ABC|capacity>', '#capacity'],
  ['<!channel>', '@channel'],
  ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
  ['a < b > c', 'a < b > c'],
  ['', ''],
])('%j was typed as %j', (escaped, typed) => {
  expect(typedText(escaped)).toBe(typed)
})

test('a mark that nothing closes is read in one pass, however long it is', () => {
  const text = `<${'a'.repeat(250_000)}`
  expect(typedText(text)).toBe(text)
})

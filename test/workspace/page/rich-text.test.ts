import type { RichTextElement } from '@slack/types'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isSafeUrl, richTextOf } from '../../../src/workspace/page/rich-text.ts'

/** Rich text in one line: each part as its type and what stands in it. */
function write(mrkdwn: string): string {
  return richTextOf(mrkdwn)
    .map((part) => {
      const elements = part.type === 'rich_text_list' ? [] : part.elements
      return `${part.type.replace('rich_text_', '')}[${elements.map(writeElement).join('|')}]`
    })
    .join('')
}

function writeElement(element: RichTextElement): string {
  const { type, style = {}, ...rest } = element
  const marks = Object.keys(style).join('+')
  const words = Object.values(rest).join(' ')
  return [type === 'text' ? '' : type, marks, words].filter((part) => part !== '').join(':')
}

describe('mrkdwn as rich text', () => {
  test.each([
    ['plain', 'section[plain]'],
    ['*bold _both_*', 'section[bold:bold |bold+italic:both]'],
    ['`<b>`', 'section[code:<b>]'],
    ['# no heading', 'section[# no heading]'],
    ['a\nb', 'section[a|\n|b]'],
    ['&gt; quoted\nnot', 'quote[quoted]section[not]'],
    ['a\n```\nb\n```\nc', 'section[a|\n]preformatted[b]section[\n|c]'],
    ['<@U1> <!here> <!nobody>', 'section[user:U1| |broadcast:here| |@nobody]'],
    ['<https://x.test|here>', 'section[link:https://x.test here]'],
    ['<javascript:alert(1)|here>', 'section[here]'],
    ['', ''],
  ])('%j is %j', (mrkdwn, written) => {
    expect(write(mrkdwn)).toBe(written)
  })

  test('keeps every word that a user typed', () => {
    const word = fc.stringMatching(/^[\p{L}\d]{1,8}$/u)
    const mark = fc.constantFrom(
      ' ',
      '\n',
      ' *',
      '* ',
      '#',
      '- ',
      '| ',
      '&lt;',
      '&gt;',
      '1. ',
      '  ',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, word), { maxLength: 12 }), (pairs) => {
        const written = write(pairs.flat().join(''))
        for (const [, each] of pairs) expect(written).toContain(each)
      }),
    )
  })
})

test.each([
  ['https://x.test', true],
  ['http://x.test', true],
  ['mailto:ada@x.test', true],
  ['javascript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['//x.test', false],
])('%s leads out of the page: %s', (url, isSafe) => {
  expect(isSafeUrl(url)).toBe(isSafe)
})

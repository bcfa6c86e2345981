import type { RichTextElement, RichTextText } from '@slack/types'
import { expect, test } from 'vitest'

import { lineOf, withoutBlankEnds } from '../../../src/workspace/page/editor-line.ts'

function text(words: string, style?: RichTextText['style']): RichTextElement {
  return style === undefined ? { type: 'text', text: words } : { type: 'text', text: words, style }
}

const ada: RichTextElement = { type: 'user', user_id: 'U0ADA' }

test('lines become one section, with breaks between them', () => {
  expect(lineOf([[text('one')], [], [text('two')]])).toEqual([text('one\n\ntwo')])
})

test('texts of the same style become one, others stay apart', () => {
  const bold = { bold: true }
  expect(
    lineOf([[text('a', {}), text('b'), text('c', bold), text('d', bold), ada, text('e')]]),
  ).toEqual([text('ab'), text('cd', bold), ada, text('e')])
})

test('blank lines at both ends are left out; a line with a person is not blank', () => {
  const blank = [text(' ')]
  expect(withoutBlankEnds([[], blank, [text('x')], [], [ada], blank])).toEqual([
    [text('x')],
    [],
    [ada],
  ])
  expect(withoutBlankEnds([[], blank])).toEqual([])
})

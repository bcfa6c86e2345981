import { describe, expect, test } from 'vitest'
import { message } from '../../src/blocks/message.ts'
import { parse, type ParseOptions } from '../../src/command/parse.ts'
import { problemReply } from '../../src/reply/problem-reply.ts'
import { draw } from '../../src/terminal/draw.ts'
import { WORDS, type Words } from '../../src/words/words.ts'

describe.each(Object.entries(WORDS))('in %s', (_language, words) => {
  test.each([
    't3.2xlrge 2 nods 27 pods warm-ips=2',
    'histroy mine',
    'compare #41',
    'name #42 prod blue',
    '40 pods',
    'vpc=10.0.0.0/22 3 spot nodes, WARM_IP_TARGET: maybe',
    `t3.large ${'elephant '.repeat(20)}`,
    'settings language=de',
  ])('%s: the whole reply', (line) => {
    expect(draw(replyTo(line, words), false)).toMatchSnapshot()
  })
})

test.each([
  ['hallo', '^^^^^ ^'],
  ['hallo  ', '^^^^^ ^'],
  ['hallo!', '^^^^^  ^'],
  ['27 pods', '        ^'],
  ['compare #41', '            ^'],
  ['20 pods + m5.large', '        ^'],
  ['m5.large + 20 pods', '                   ^'],
  ['t3.large "prod', '         ^^^^^'],
  ['t3.large 2 nods 27 podz', '           ^^^^    ^^^^'],
  ['t3.large 👍 nods', '         ^^ ^^^^'],
  ['t3.large café nods'.normalize('NFD'), '         ^^^^ ^^^^'],
  ['t3.large\u{e0001} nods', '        ^ ^^^^'],
])('%s is marked below what is wrong', (line, marks) => {
  const code = replyTo(line, WORDS.en).parts.find(({ kind }) => kind === 'code')
  expect(code).toMatchObject({ text: expect.stringMatching(/^[^\n]+\n/) })
  expect(code?.kind === 'code' && code.text.split('\n')[1]).toBe(marks)
})

test.each([
  ['en', 'delte #42', 'Delete this run?'],
  ['fr', 'suprimer #42', 'Supprimer ce calcul\u202f?'],
] as const)('a click that deletes asks back (%s)', (language, line, title) => {
  const blocks = message(replyTo(line, WORDS[language])).blocks
  const button = { action_id: 'ask-0', style: 'danger', confirm: { title: { text: title } } }
  expect(blocks.at(-1)).toMatchObject({ type: 'actions', elements: [button] })
  expect(JSON.stringify(message(replyTo('pni #42', WORDS[language])))).not.toContain('confirm')
})

test('in a thread a change is corrected as a change', () => {
  const inThread = replyTo('40 podz', WORDS.en, { follows: true })
  expect(inThread.parts).toContainEqual({ kind: 'code', text: '40 pods' })
  expect(replyTo('40 podz', WORDS.en).parts).not.toContainEqual({ kind: 'code', text: '40 pods' })
})

function replyTo(line: string, words: Words, options: Partial<ParseOptions> = {}) {
  const parsed = parse(line, options)
  if (parsed.ok) throw new Error(`${line} is right`)
  return problemReply(line, parsed.problems, words, options)
}

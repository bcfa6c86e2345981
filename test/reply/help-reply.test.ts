import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/command/commands.ts'
import { INPUTS } from '../../src/command/grammar.ts'
import { KEYWORDS } from '../../src/command/keywords.ts'
import { parse } from '../../src/command/parse.ts'
import { helpReply } from '../../src/reply/help-reply.ts'
import { draw } from '../../src/terminal/draw.ts'
import { WORDS } from '../../src/words/words.ts'

const TOPICS = [...INPUTS, ...COMMANDS, ...KEYWORDS].map(({ word }) => word)

describe.each(Object.entries(WORDS))('in %s', (_language, words) => {
  test.each([null, 'commands', 'words', 'warm-ip', 'nodes', 'prefix', 'history', 'vs'])(
    'help about %s, whole',
    (topic) => {
      expect(draw(helpReply(words, topic), false)).toMatchSnapshot()
    },
  )

  test('the overview fits on a phone', () => {
    expect(draw(helpReply(words), false).split('\n').length).toBeLessThan(30)
  })

  test.each(TOPICS)('%s has help of its own', (topic) => {
    const { help } = words
    const texts: Readonly<Record<string, string>> = {
      ...help.keywordHelp,
      ...help.inputHelp,
      ...help.commandHelp,
    }
    expect(texts[topic]).toMatch(/\p{L}.*\.$/u)
    expect(draw(helpReply(words, topic), false)).toContain(topic)
  })

  test('every example of the overview is a good line', () => {
    for (const [line] of words.help.examples()) expect(parse(line).ok).toBe(true)
  })
})

test.each(TOPICS)('help %s is a line', (topic) => {
  expect(parse(`help ${topic}`)).toEqual({ ok: true, value: { kind: 'help', topic } })
})

test('the two languages have texts of their own', () => {
  const { en, fr } = WORDS
  for (const { word } of COMMANDS)
    expect(en.help.commandHelp[word]).not.toBe(fr.help.commandHelp[word])
  for (const { word } of KEYWORDS)
    expect(en.help.keywordHelp[word]).not.toBe(fr.help.keywordHelp[word])
})

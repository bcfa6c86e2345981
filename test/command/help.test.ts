import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/command/commands.ts'
import { INPUTS } from '../../src/command/grammar.ts'
import { KEYWORDS } from '../../src/command/keywords.ts'
import { WORDS } from '../../src/words/words.ts'

const TABLES = [
  ['inputs', INPUTS, WORDS.en.help.inputHelp, WORDS.fr.help.inputHelp],
  ['commands', COMMANDS, WORDS.en.help.commandHelp, WORDS.fr.help.commandHelp],
  ['other words', KEYWORDS, WORDS.en.help.keywordHelp, WORDS.fr.help.keywordHelp],
] as const

describe.each(TABLES)('the help of the %s', (_name, table, english, french) => {
  const words = table.map(({ word }) => word)

  test('is there for every word in both languages, and for no other', () => {
    expect(Object.keys(english).toSorted()).toEqual(words.toSorted())
    expect(Object.keys(french).toSorted()).toEqual(words.toSorted())
  })

  test('names the same settings, words and numbers in both', () => {
    const said = (help: Readonly<Record<string, string>>) =>
      words.map((word) => [word, marks(help[word] ?? '')])
    expect(said(french)).toEqual(said(english))
  })

  test('is a text of its own in each', () => {
    for (const texts of [english, french]) {
      expect(new Set(Object.values(texts)).size).toBe(words.length)
    }
    const [ours, theirs] = [Object.values<string>(english), new Set(Object.values<string>(french))]
    expect(ours.filter((text) => theirs.has(text))).toEqual([])
  })
})

/** What no language translates: names of the CNI, tags, numbers. */
function marks(text: string): readonly string[] {
  return (text.match(/[A-Z]\w+_\w+|[\w.]+\.io[\w/=.]*|\/?\b\d+\b/g) ?? []).toSorted()
}

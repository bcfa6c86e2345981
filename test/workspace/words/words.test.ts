import { readdir, readFile } from 'node:fs/promises'

import { expect, test } from 'vitest'

import { english } from '../../../src/workspace/words/english.ts'
import { french } from '../../../src/workspace/words/french.ts'
import { wordsFor } from '../../../src/workspace/words/words.ts'

/** Every text of a catalogue by its name; functions are given their names' like. */
function textsOf(value: unknown, name = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[name, value]]
  if (typeof value === 'function') return [[name, String(value(2, 'x'))]]
  return Object.entries(value ?? {}).flatMap(([key, inside]) => textsOf(inside, `${name}.${key}`))
}

/** Words that both languages share. */
const alike = ['.actions', '.channelKinds.public', '.channelKinds.direct', '.formats.code', '.date']

test('both languages say everything, and each in its own words', () => {
  const [englishTexts, frenchTexts] = [textsOf(english), new Map(textsOf(french))]
  expect([...frenchTexts.keys()].toSorted()).toEqual(englishTexts.map(([name]) => name).toSorted())
  const same = englishTexts.filter(([name, text]) => frenchTexts.get(name) === text)
  expect(same.map(([name]) => name).toSorted()).toEqual(alike.toSorted())
  expect([...frenchTexts.values()].filter((text) => text.trim() === '')).toEqual([])
})

test('French is for the French, English for everybody else', () => {
  expect(['fr-FR', 'fr-CA', 'en-GB', 'de-DE'].map((locale) => wordsFor(locale).send)).toEqual([
    'Envoyer',
    'Envoyer',
    'Send',
    'Send',
  ])
})

/** Words between two tags, on a line of their own, or in an attribute that people meet. */
const bareWords = [
  />\s*[A-Za-z][\w ,.’']*<\//,
  /^\s*[A-Z][a-z]+(?: [\w,.’'…]+)*(?<!,)$/m,
  /\b(?:aria-label|title|placeholder|alt|label|summary)="[^"]*[A-Za-z]/,
  /\b(?:aria-label|title|placeholder|alt|label)=\{`[A-Z]/,
]

test('no component says anything that is not in the catalogue', async () => {
  const folder = new URL('../../../src/workspace/page/', import.meta.url)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tsx'))
  expect(names.length).toBeGreaterThan(30)
  const found = await Promise.all(
    names.map(async (name) => {
      const source = (await readFile(new URL(name, folder), 'utf8')).replaceAll(/^\s*\*.*$/gm, '')
      return bareWords.flatMap((pattern) => {
        const match = pattern.exec(source)?.[0]
        return match === undefined ? [] : [`${name}: ${match.trim()}`]
      })
    }),
  )
  // Signs of buttons, and the name of the product, are the same in every language.
  expect(found.flat()).toEqual(allowed)
})

const allowed = ['app.tsx: >eksip local</', 'toolbar.tsx: >B</']

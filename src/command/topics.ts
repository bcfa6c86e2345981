import { suggest } from '../nearest.ts'
import { failure, success } from '../result.ts'
import { passFillers, inputAhead, peek } from './cursor.ts'
import { KEYWORDS } from './keywords.ts'
import type { Operands } from './operands.ts'
import { takePerNode } from './per-node.ts'
import { FIND_WORDS } from './read-find.ts'
import { SETTINGS_OF_PERSON } from './read-settings.ts'
import { problem } from './reading.ts'
import { keyOf } from './spelling.ts'
import type { Token } from './tokenize.ts'
import { PODS, PODS_PER_NODE, SPELLINGS } from './vocabulary.ts'

interface Topic {
  readonly word: string
  readonly also: readonly string[]
}

/** Lists of all words. */
const LISTS: readonly Topic[] = [
  { word: 'commands', also: ['command', 'commandes', 'commande'] },
  { word: 'words', also: ['inputs', 'options', 'grammar', 'mots', 'entrées', 'grammaire'] },
]

/** Words that only one command takes; its help tells about them. */
const WORDS_OF_COMMANDS: readonly Topic[] = [
  { word: 'history', also: FIND_WORDS },
  { word: 'settings', also: SETTINGS_OF_PERSON.flatMap(({ word, also }) => [word, ...also]) },
]

/** The word that help is asked about, in its canonical spelling; `null` for the overview. */
export const readTopic: Operands<string | null> = (cursor, { commands }) => {
  const from = cursor.index
  const input = inputAhead(cursor)
  if (input) {
    cursor.index += input.words
    const isPerNode = input.input === PODS && takePerNode(cursor)
    return success(isPerNode ? PODS_PER_NODE.word : input.input.word)
  }
  passFillers(cursor)
  const token = peek(cursor)
  if (token === undefined) return success(null)
  const topics: readonly Topic[] = [...commands, ...KEYWORDS, ...LISTS, ...WORDS_OF_COMMANDS]
  for (const words of [2, 1]) {
    const key = cursor.tokens.slice(cursor.index, cursor.index + words).reduce(joinedKey, '')
    const found =
      topics.find(({ word }) => keyOf(word) === key) ??
      topics.find(({ also }) => also.some((one) => keyOf(one) === key))
    if (!found) continue
    cursor.index += words
    return success(found.word)
  }
  cursor.index = cursor.tokens.length
  const spellings = topics.flatMap(({ word, also }) => [word, ...also])
  const meant = suggest(token.plain, [...spellings, ...SPELLINGS])
  return failure([problem(cursor, from, { code: 'unknown-topic' }, meant)])
}

function joinedKey(before: string, { key }: Token): string {
  return before + key
}

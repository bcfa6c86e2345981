import { suggest } from '../nearest.ts'
import type { CommandWord } from './command-word.ts'
import { peek, type Cursor } from './cursor.ts'
import { keyOf, plainWord } from './spelling.ts'

/** The commands by `keyOf` each of their spellings. */
export function commandsByKey(commands: readonly CommandWord[]): ReadonlyMap<string, CommandWord> {
  return new Map(
    commands.flatMap((entry) => spellings(entry).map((word) => [keyOf(word), entry] as const)),
  )
}

/** Takes the command that a word or two at the start of a line name, if they name one. */
export function takeCommand(
  cursor: Cursor,
  commands: ReadonlyMap<string, CommandWord>,
): CommandWord | null {
  const [one, two] = [peek(cursor)?.key ?? '', peek(cursor, 1)?.key ?? '']
  const ofTwo = two === '' ? undefined : commands.get(one + two)
  const found = ofTwo ?? commands.get(one)
  if (found === undefined) return null
  const words = ofTwo === undefined ? 1 : 2
  const isMeant = found.isMeant?.({ ...cursor, index: cursor.index + words }) ?? true
  if (isMeant) cursor.index += words
  return isMeant ? found : null
}

/** The spelling of a command that was most probably meant. */
export function commandMeantBy(word: string, commands: readonly CommandWord[]): string | null {
  return suggest(plainWord(word), commands.flatMap(spellings))
}

function spellings({ word, also }: CommandWord): readonly string[] {
  return [word, ...also]
}

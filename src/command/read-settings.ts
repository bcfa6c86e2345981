import { suggest } from '../nearest.ts'
import { failure, success, type Result } from '../result.ts'
import { CniVersion, NEWEST_CNI } from '../scenario/scenario.ts'
import type { SettingChanges } from './command.ts'
import { passFillers, peek, takeSign, type Cursor } from './cursor.ts'
import type { Problem, ProblemDetail } from './problem.ts'
import { problem } from './reading.ts'
import { isMore } from './report.ts'
import { plainWord } from './spelling.ts'
import { DEFAULT, NEWEST, SWITCH_WORDS } from './vocabulary.ts'

interface Setting {
  readonly word: string
  /** Other spellings, by `plainWord`. */
  readonly also: readonly string[]
  /** What it may be, as help prints it. */
  readonly values: readonly string[]
  /** The change for a value by `plainWord`, or `null` where it takes no such value. */
  readonly read: (value: string) => SettingChanges | null
  /** The change back to the default, for `auto`. */
  readonly usual: SettingChanges
}

/** What a person can set, and the words for it. */
export const SETTINGS_OF_PERSON: readonly Setting[] = [
  {
    word: 'language',
    also: ['lang', 'locale', 'langue'],
    values: ['en', 'fr', 'auto'],
    read: (value) => mapped(LANGUAGES, value, (language) => ({ language })),
    usual: { language: 'auto' },
  },
  {
    word: 'cni',
    also: ['vpc-cni', 'cni-version'],
    values: [NEWEST_CNI],
    read: (value) => {
      const cni = NEWEST.has(value) ? NEWEST_CNI : value.replace(/^v/, '')
      return CniVersion.safeParse(cni).success ? { cni } : null
    },
    usual: { cni: 'auto' },
  },
  {
    word: 'quiet',
    also: ['discret', 'discrete'],
    values: ['on', 'off'],
    read: (value) => mapped(SWITCH_WORDS, value, (quiet) => ({ quiet })),
    usual: { quiet: false },
  },
  {
    word: 'figure',
    also: ['figures', 'chiffre', 'chiffres'],
    values: ['reserved', 'held'],
    read: (value) => mapped(FIGURES, value, (figure) => ({ figure })),
    usual: { figure: 'reserved' },
  },
]

/** In place of a value: back to the default. */
const AS_USUAL: ReadonlySet<string> = new Set([...DEFAULT, 'auto', 'automatic', 'automatique'])

const LANGUAGES: ReadonlyMap<string, 'en' | 'fr' | 'auto'> = new Map([
  ...(['en', 'english', 'anglais'] as const).map((word) => [word, 'en'] as const),
  ...(['fr', 'french', 'francais'] as const).map((word) => [word, 'fr'] as const),
  ['slack', 'auto'] as const,
])

const FIGURES: ReadonlyMap<string, 'reserved' | 'held'> = new Map([
  ...(['reserved', 'reservees', 'reserve'] as const).map((word) => [word, 'reserved'] as const),
  ...(['held', 'tenues', 'tenu'] as const).map((word) => [word, 'held'] as const),
])

const SETTING_OF_WORD: ReadonlyMap<string, Setting> = new Map(
  SETTINGS_OF_PERSON.flatMap((setting) =>
    [setting.word, ...setting.also].map((word) => [word, setting] as const),
  ),
)

/** Reads `language=fr quiet=on`, each once. */
export function readSettings(cursor: Cursor): Result<SettingChanges, Problem> {
  const problems: Problem[] = []
  let changes: SettingChanges = {}
  for (passFillers(cursor); isMore(cursor, problems); passFillers(cursor)) {
    const from = cursor.index
    const change = readOne(cursor)
    if ('code' in change) problems.push(change)
    else {
      const [word = ''] = Object.keys(change)
      if (word in changes) problems.push(problem(cursor, from, { code: 'repeated', word }))
      changes = { ...changes, ...change }
    }
  }
  return problems.length > 0 ? failure(problems) : success(changes)
}

function readOne(cursor: Cursor): SettingChanges | Problem {
  const from = cursor.index++
  const word = plainWord(cursor.tokens[from]?.text ?? '')
  const setting = SETTING_OF_WORD.get(word)
  if (setting === undefined) return unknownSetting(cursor, from, word)
  takeSign(cursor)
  const value = peek(cursor)
  if (value !== undefined) cursor.index++
  const typed = plainWord(value?.text ?? '')
  const { values } = setting
  const wrong: ProblemDetail = { code: 'wrong-value', word: setting.word, values }
  const change = AS_USUAL.has(typed) ? setting.usual : setting.read(typed)
  return change ?? problem(cursor, from, wrong, nearValue(setting, typed))
}

/** The word alone is what is wrong; its value goes along. */
function unknownSetting(cursor: Cursor, from: number, word: string): Problem {
  const meant = suggest(word, SETTING_OF_WORD.keys())
  const unknown = problem(cursor, from, { code: 'unknown-word' }, meant)
  if (takeSign(cursor) && peek(cursor)) cursor.index++
  return unknown
}

function nearValue({ word, values }: Setting, typed: string): string | null {
  const near = suggest(typed, values)
  return near === null ? null : `${word}=${near}`
}

function mapped<Value>(
  values: ReadonlyMap<string, Value>,
  typed: string,
  change: (value: Value) => SettingChanges,
): SettingChanges | null {
  const value = values.get(typed)
  return value === undefined ? null : change(value)
}

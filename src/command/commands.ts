import { suggest } from '../nearest.ts'
import { failure, success, type Result } from '../result.ts'
import type { Command, Find } from './command.ts'
import { plainAt, isSign, isSymbol, peek, wordOf, type Cursor } from './cursor.ts'
import { looksLikeInstance } from '../instance/instance.ts'
import {
  changedRun,
  oneRun,
  question,
  runAndName,
  runToShow,
  runsToShow,
  type Operands,
  type ReadContext,
} from './operands.ts'
import type { Problem } from './problem.ts'
import { readBudget } from './read-budget.ts'
import { passUnused, readFind } from './read-find.ts'
import { readSettings } from './read-settings.ts'
import { problem } from './reading.ts'
import { readTopic } from './topics.ts'
import type { RunReference } from './run-reference.ts'
import { keyOf, plainWord } from './spelling.ts'
import { LAST } from './vocabulary.ts'

interface CommandEntry<Word extends string> {
  /** The word as help and canonical lines print it. */
  readonly word: Word
  /** Other spellings, English and French; case, `-`, `_` and accents make no difference. */
  readonly also: readonly string[]
  /** What may follow, as help prints it. */
  readonly operands: string
  /** Whole lines. */
  readonly examples: readonly string[]
  /** False where the word means something else in this line. */
  readonly isMeant?: (cursor: Cursor) => boolean
}

/** A word that a line may begin with, and what it makes of the rest. */
export interface CommandWord<Word extends string = string> extends CommandEntry<Word> {
  readonly read: (cursor: Cursor, context: ReadContext) => Result<Command, Problem>
}

/**
 * Every command. The parser, the help and the guesses at misspelt words read this table, so a new
 * command is one entry here and one line of help in each language.
 */
export const COMMANDS = [
  command({
    word: 'help',
    also: ['--help', '-h', 'aide'],
    operands: '[warm-ip]',
    examples: ['help warm-ip'],
    takes: readTopic,
    make: (topic) => ({ kind: 'help', topic }),
  }),
  command({
    word: 'show',
    also: ['open', 'get', 'montrer', 'montre', 'voir', 'afficher', 'affiche', 'montre-moi'],
    operands: '#42',
    examples: ['show #42', 'show prod-blue'],
    takes: runToShow,
    make: (asked) => ({ kind: 'show', ...asked }),
  }),
  command({
    word: 'history',
    also: ['list', 'ls', 'log', 'historique', 'liste'],
    operands: '[mine] [here] [prod-blue] [by @ada] [type=m5.large] [last week] | #42',
    examples: ['history mine type=m5.large since 2026-11-01', 'history #42'],
    takes: runOrFind,
    make: (asked) =>
      'run' in asked ? { kind: 'lineage', run: asked.run } : { kind: 'history', find: asked.find },
  }),
  command({
    word: 'compare',
    also: ['diff', 'vs', 'versus', 'comparer', 'compare-with', 'comparaison'],
    operands: '#41 #42 [#43 …]',
    examples: ['compare #41 #42', 'compare "prod blue" last'],
    takes: runsToShow,
    make: (asked) => ({ kind: 'compare', ...asked }),
  }),
  command({
    word: 'why',
    also: ['explain', 'pourquoi', 'expliquer', 'explique', 'explique-moi'],
    operands: '#42 | t3.2xlarge 15 pods',
    examples: ['why #42', 'why t3.2xlarge 15 pods'],
    takes: question,
    make: (asked) => ({ kind: 'why', ...asked }),
  }),
  command({
    word: 'chart',
    also: ['graph', 'plot', 'staircase', 'graphique', 'graphe', 'courbe'],
    operands: '#42 | t3.2xlarge 15 pods',
    examples: ['chart #42', 'chart t3.2xlarge warm-ip=2'],
    takes: question,
    make: (asked) => ({ kind: 'chart', ...asked }),
  }),
  command({
    word: 'apply',
    also: ['snippet', 'kubectl', 'terraform', 'helm', 'eksctl', 'appliquer', 'applique'],
    operands: '#42 | t3.2xlarge warm-ip=2',
    examples: ['apply #42', 'apply #42 warm-ip=3'],
    takes: question,
    make: (asked) => ({ kind: 'apply', ...asked }),
  }),
  command({
    word: 'what-if',
    also: ['rerun', 'again', 'et-si', 'relancer', 'relance'],
    operands: '#42 40 pods',
    examples: ['what-if #42 40 pods', 'what-if prod-blue m5.xlarge warm-ip=default'],
    takes: changedRun,
    make: (ask) => ask,
  }),
  command({
    word: 'name',
    also: ['rename', 'nommer', 'nomme', 'renommer', 'renomme'],
    operands: '#42 "prod blue"',
    examples: ['name #42 "prod blue"'],
    isMeant: isNaming,
    takes: runAndName,
    make: ({ run, name }) => ({ kind: 'name', run, name }),
  }),
  command({
    word: 'unname',
    also: ['dénommer'],
    operands: '#42',
    examples: ['unname #42'],
    takes: oneRun,
    make: ({ run }) => ({ kind: 'name', run, name: null }),
  }),
  command({
    word: 'pin',
    also: ['épingler', 'épingle'],
    operands: '#42',
    examples: ['pin #42'],
    takes: oneRun,
    make: ({ run }) => ({ kind: 'pin', run }),
  }),
  command({
    word: 'unpin',
    also: ['désépingler'],
    operands: '#42',
    examples: ['unpin #42'],
    takes: oneRun,
    make: ({ run }) => ({ kind: 'unpin', run }),
  }),
  command({
    word: 'delete',
    also: ['remove', 'rm', 'supprimer', 'supprime', 'effacer', 'efface'],
    operands: '#42',
    examples: ['delete #42'],
    takes: oneRun,
    make: ({ run }) => ({ kind: 'delete', run }),
  }),
  command({
    word: 'export',
    also: ['download', 'exporter', 'exporte'],
    operands: '[csv|json] [mine] [since 2026-11-01]',
    examples: ['export csv mine since 2026-11-01'],
    takes: formatAndFind,
    make: ({ format, find }) => ({ kind: 'export', find, format }),
  }),
  command({
    word: 'budget',
    also: ['quota'],
    operands: '[10.0.0.0/22 | 500 | off]',
    examples: ['budget', 'budget 10.0.0.0/22', 'budget 500', 'budget off'],
    takes: readBudget,
    make: (change) => ({ kind: 'budget', change }),
  }),
  command({
    word: 'settings',
    also: ['setting', 'config', 'preferences', 'réglages', 'réglage', 'préférences'],
    operands: '[language=fr] [cni=1.18] [quiet=on] [figure=held]',
    examples: ['settings language=fr quiet=on'],
    takes: readSettings,
    make: (changes) => ({ kind: 'settings', changes }),
  }),
] as const

/** An entry of the table: what it takes, and the command that this makes. */
export function command<Word extends string, T>({
  takes,
  make,
  ...entry
}: CommandEntry<Word> & {
  readonly takes: Operands<T>
  readonly make: (value: T) => Command
}): CommandWord<Word> {
  return {
    ...entry,
    read(cursor, context) {
      const taken = takes(cursor, context)
      const rest = restOf(cursor, entry.word)
      const problems = [...(taken.ok ? [] : taken.problems), ...rest]
      return taken.ok && problems.length === 0 ? success(make(taken.value)) : failure(problems)
    },
  }
}

/** What a command has not taken. A line without it is offered where no run and no number is lost. */
function restOf(cursor: Cursor, word: string): readonly Problem[] {
  const from = cursor.index
  if (from >= cursor.tokens.length) return []
  const isWordAlone = from === cursor.tokens.length - 1 && /^\p{L}+$/u.test(wordOf(peek(cursor)))
  cursor.index = cursor.tokens.length
  return [problem(cursor, from, { code: 'unexpected', word }, isWordAlone ? '' : null)]
}

type Asked = { readonly run: RunReference } | { readonly find: Find }

/** `history #42` tells where that run comes from; all else says which runs are looked for. */
function runOrFind(cursor: Cursor, context: ReadContext): Result<Asked, Problem> {
  passUnused(cursor)
  const [word, after] = [wordOf(peek(cursor)), peek(cursor, 1)]
  const isLast = LAST.has(plainAt(cursor)) && after === undefined
  if (isSymbol(peek(cursor), '#') || /^\d+$/.test(word) || isLast) {
    return oneRun(cursor, context)
  }
  const find = readFind(cursor, context.word)
  return find.ok ? success({ find: find.value }) : find
}

/** Formats that people ask for, with the nearest one that there is. */
const OTHER_FORMATS: ReadonlyMap<string, 'csv' | 'json'> = new Map([
  ...(['xlsx', 'xls', 'excel', 'tsv', 'pdf'] as const).map((word) => [word, 'csv'] as const),
  ...(['yaml', 'yml', 'jsonl'] as const).map((word) => [word, 'json'] as const),
])

function formatAndFind(
  cursor: Cursor,
  context: ReadContext,
): Result<{ readonly format: 'csv' | 'json'; readonly find: Find }, Problem> {
  passUnused(cursor)
  const word = wordOf(peek(cursor))
  if (OTHER_FORMATS.has(word)) {
    const wrong = { code: 'wrong-value', word: 'export', values: ['csv', 'json'] } as const
    return failure([problem(cursor, cursor.index++, wrong, OTHER_FORMATS.get(word) ?? null)])
  }
  if (word === 'csv' || word === 'json') cursor.index++
  const find = readFind(cursor, context.word)
  return find.ok ? success({ format: word === 'json' ? 'json' : 'csv', find: find.value }) : find
}

/** `name=prod t3.large` and `name prod t3.large` are scenarios. */
function isNaming(cursor: Cursor): boolean {
  const isScenario = cursor.tokens.some((token) => looksLikeInstance(wordOf(token)))
  return !isScenario && !isSign(peek(cursor))
}

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

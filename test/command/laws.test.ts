import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { characterMeaning } from '../../src/command/characters.ts'
import { applyChange, type Change } from '../../src/command/change.ts'
import type { ScenarioClause } from '../../src/command/clause.ts'
import type { Command } from '../../src/command/command.ts'
import { COMMANDS } from '../../src/command/commands.ts'
import { formatCommand } from '../../src/command/format-command.ts'
import { format } from '../../src/command/format.ts'
import { INPUTS, type Input } from '../../src/command/grammar.ts'
import { KEYWORDS } from '../../src/command/keywords.ts'
import { MOST_COMPARED } from '../../src/command/run-operands.ts'
import { correctedLine, LONGEST_LINE, parse } from '../../src/command/parse.ts'
import { LONGEST_NAME } from '../../src/command/read-name.ts'
import type { Problem } from '../../src/command/problem.ts'
import { MOST_RUNS } from '../../src/command/read-reference.ts'
import { findInstance, INSTANCE_NAMES } from '../../src/instance/instance.ts'
import { contradictions } from '../../src/scenario/contradiction.ts'
import { nodeGroup } from '../../src/scenario/group.ts'
import { SCENARIO_LIMITS } from '../../src/scenario/limits.ts'
import { NEWEST_CNI, Scenario, type NodeGroup } from '../../src/scenario/scenario.ts'
import { firstOverlap } from '../../src/subnet/overlap.ts'
import { problemText as english } from '../../src/words/en/problems.ts'
import { problemText as french } from '../../src/words/fr/problems.ts'

/** The lines that are tried; a longer hunt: FUZZ_RUNS=1000000 npx vitest run test/command. */
const LINES = Number(process.env['FUZZ_RUNS'] ?? 100_000)

/** Laws that read a line several times over. */
const RUNS = Math.ceil(LINES / 50)

vi.setConfig({ testTimeout: 60_000 + LINES * 2 })

const TABLE: readonly Input[] = INPUTS

const spelling = fc.constantFrom(...TABLE.flatMap(({ word, also }) => [word, ...also]))
const type = fc.constantFrom(...INSTANCE_NAMES)
const sign = fc.constantFrom('+', '=', ':', '/', '×', 'x', '*', '"', "'", '#', '@', ',', '.', '-')
const keyword = fc.constantFrom(
  ...'all: each per par value & at #42 last default since 2026-11-20 by <@U0ADA|ada>'.split(' '),
  ...[...KEYWORDS, ...COMMANDS].flatMap(({ word, also }) => [word, ...also]),
)
const digits = fc.oneof(fc.nat({ max: 30 }).map(String), fc.stringMatching(/^[0-9.,_]{1,6}$/))
const odd = fc.constantFrom(
  '\u0000',
  '\u200b',
  '\u202f',
  '“',
  '’',
  '—',
  '−',
  '２',
  '٢',
  '²',
  '½',
  '\ud800',
)

/** Lines made of what the grammar knows, in any order and with any gaps. */
const soup = fc
  .array(
    fc.tuple(
      fc.oneof(spelling, type, sign, keyword, digits, odd, fc.string({ maxLength: 5 })),
      fc.constantFrom('', ' ', ' ', ' ', '\n'),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.flat().join(''))

const anyLine = fc.oneof(
  soup,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme' }),
)

/** Leaves an input at its default half of the time. */
function withInput(group: NodeGroup, input: Input, value: number): NodeGroup {
  if (input.takes === 'switch') return input.write(group, value % 2 === 1)
  const { least, limit } = input
  const most = Math.min(SCENARIO_LIMITS[limit], value > 900 ? Infinity : 64)
  return input.write(group, least + (value % (most - least + 1)))
}

const group = fc
  .tuple(
    type,
    fc.array(fc.tuple(fc.constantFrom(...TABLE), fc.nat({ max: 1_000 })), { maxLength: 8 }),
  )
  .map(([name, values]) => {
    const limits = findInstance(name)
    if (!limits) throw new Error(`${name} is in the list of names only`)
    return values.reduce(
      (made, [input, value]) => withInput(made, input, value),
      nodeGroup(name, limits),
    )
  })
  .filter((made) => contradictions(made).length === 0)

/** Blocks that a VPC can have, and sizes alone. */
const subnet = fc
  .tuple(fc.nat({ max: 0xffffffff }), fc.integer({ min: 16, max: 28 }), fc.boolean())
  .map(([address, length, isSizeAlone]) => {
    const start = Math.floor(address / 2 ** (32 - length)) * 2 ** (32 - length)
    const bytes = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256)
    return isSizeAlone ? `/${length}` : `${bytes.join('.')}/${length}`
  })

const space = fc
  .record({
    subnets: fc.array(subnet, { maxLength: 4 }),
    free: fc.option(fc.nat({ max: SCENARIO_LIMITS.freeAddresses })),
    freePrefixes: fc.constant(null),
  })
  .filter(({ subnets, free }) => subnets.length > 0 || free !== null)
  .filter(({ subnets }) => firstOverlap(subnets) === null)

const scenario = fc.record({
  v: fc.constant(1 as const),
  cni: fc.oneof(fc.constant(NEWEST_CNI), fc.stringMatching(/^1\.[0-9]{1,2}(\.[0-9]{1,2})?$/)),
  groups: fc.array(group, { minLength: 1, maxLength: SCENARIO_LIMITS.groups }),
  space: fc.option(space),
})

/** Names as people may type them in either kind of quotes, of every character that one may hold. */
const name = fc
  .tuple(
    fc.constantFrom('"', "'"),
    fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        fc.constantFrom(...Array.from('"“«″＂\'’′ab2x×*=+/:#@,.-()`')),
      ),
      minLength: 1,
      maxLength: 20,
    }),
  )
  .map(([quote, text]) => withoutQuote(text, quote).normalize('NFC').trim())
  .filter((text) => text !== '' && text.length <= LONGEST_NAME)

function withoutQuote(text: string, quote: string): string {
  return Array.from(text, (character) => {
    const meaning = characterMeaning(character)
    return meaning.kind === 'text' && meaning.text !== quote ? character : ' '
  }).join('')
}

const PLACE = { at: 0, length: 0 }
const runNumber = fc.integer({ min: 1, max: MOST_RUNS })
const numberOrLast = fc.oneof(
  runNumber.map((number) => ({ kind: 'number', number, ...PLACE }) as const),
  fc.constant({ kind: 'last', ...PLACE } as const),
)
const reference = fc.oneof(
  numberOrLast,
  name.map((called) => ({ kind: 'name', name: called, ...PLACE }) as const),
)
const date = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const days = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'today',
      'yesterday',
      'this-week',
      'last-week',
      'this-month',
      'last-month',
      'since-yesterday',
      'since-last-week',
      'since-last-month',
    ),
  }),
  fc.record({ kind: fc.constantFrom('day', 'since'), date }),
  fc.record({ kind: fc.constant('last-days'), count: fc.integer({ min: 1, max: 3_650 }) }),
)
const author = fc.oneof(
  fc.constant('me' as const),
  fc.record({ user: fc.oneof(fc.stringMatching(/^U[A-Z0-9]{8}$/), fc.constant('ada')) }),
)
const find = fc.record({
  author: fc.option(author),
  place: fc.option(fc.constantFrom('here', 'thread')),
  name: fc.option(name),
  type: fc.option(type),
  days: fc.option(days),
  isPinned: fc.boolean(),
  before: fc.option(runNumber),
})
const audience = fc.option(fc.constantFrom('asker', 'channel'))
const told = fc.record({ kind: fc.constant('scenario' as const), scenario })

const budgetChange = fc.oneof(
  fc.record({ kind: fc.constant('off' as const) }),
  fc.record({
    kind: fc.constant('addresses' as const),
    addresses: fc.integer({ min: 1, max: SCENARIO_LIMITS.freeAddresses }),
  }),
  fc.record({
    kind: fc.constant('subnets' as const),
    subnets: fc
      .array(subnet, { minLength: 1, maxLength: 4 })
      .filter((subnets) => firstOverlap(subnets) === null),
  }),
)

/** What a line changes, each in a form of its own. */
const scenarioClause: fc.Arbitrary<ScenarioClause> = fc.oneof(
  fc.tuple(fc.constantFrom(...TABLE), fc.nat({ max: 9 }), fc.boolean()).map(
    ([input, number, isDefault]) =>
      ({
        kind: 'input',
        input,
        value: isDefault ? null : input.takes === 'switch' ? number % 2 === 0 : number + 1,
        isOfType: false,
        ...PLACE,
      }) as const,
  ),
  fc.nat({ max: 99 }).map((minor) => ({ kind: 'cni', version: `1.${minor}`, ...PLACE }) as const),
  fc.option(fc.nat({ max: 999 })).map((free) => ({ kind: 'free', free, ...PLACE }) as const),
  fc
    .array(subnet, { maxLength: 1 })
    .map((subnets) => ({ kind: 'subnets', subnets, ...PLACE }) as const),
  fc.constant({ kind: 'without', name: 'c5.xlarge', ...PLACE } as const),
)

/** A change, perhaps of one group of two and with one group more, in which nothing is said twice. */
const change = fc
  .tuple(
    fc.uniqueArray(scenarioClause, { maxLength: 4, selector: fieldOf }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([clauses, isOfGroup, isMore]): Change => {
    const picked: readonly ScenarioClause[] = isOfGroup
      ? [{ kind: 'type', name: 'm5.large', ...PLACE }]
      : []
    const added: readonly ScenarioClause[] = isMore
      ? [
          { kind: 'plus', ...PLACE },
          { kind: 'type', name: 't3.large', ...PLACE },
        ]
      : []
    const inOrder = [...picked, ...clauses, ...added].map((clause, at) => ({ ...clause, at }))
    return { text: '', clauses: inOrder }
  })

function fieldOf(clause: ScenarioClause): string {
  return clause.kind === 'input' ? (clause.input.field ?? clause.input.word) : clause.kind
}

const changing = fc.record({ kind: fc.constant('change' as const), of: reference, change })

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constant('ask' as const),
    question: told,
    name: fc.option(name),
    against: fc.option(reference),
    audience,
    hints: fc.constant([]),
  }),
  fc.record({
    kind: fc.constant('ask' as const),
    question: changing,
    name: fc.option(name),
    against: fc.option(reference),
    audience,
    hints: fc.constant([]),
  }),
  fc.record({
    kind: fc.constantFrom('why', 'chart', 'apply'),
    question: fc.oneof(told, changing),
    audience,
  }),
  fc.record({ kind: fc.constant('budget' as const), change: fc.option(budgetChange) }),
  fc.record({
    kind: fc.constant('courtesy' as const),
    courtesy: fc.constantFrom('greeting', 'thanks', 'assent'),
  }),
  fc.record({ kind: fc.constant('show' as const), run: reference, audience }),
  fc.record({ kind: fc.constantFrom('pin', 'unpin', 'delete'), run: reference }),
  fc.record({ kind: fc.constant('lineage' as const), run: numberOrLast }),
  fc.record({ kind: fc.constant('history' as const), find }),
  fc.record({
    kind: fc.constant('export' as const),
    find,
    format: fc.constantFrom('csv', 'json'),
  }),
  fc.record({
    kind: fc.constant('compare' as const),
    runs: fc.array(reference, { minLength: 2, maxLength: MOST_COMPARED }),
    audience,
  }),
  fc.record({ kind: fc.constant('name' as const), run: reference, name: fc.option(name) }),
  fc.record({
    kind: fc.constant('help' as const),
    topic: fc.option(fc.constantFrom(...TABLE.map(({ word }) => word), 'words', 'compare', 'as')),
  }),
  fc.record({
    kind: fc.constant('settings' as const),
    changes: fc.record(
      {
        language: fc.constantFrom('en', 'fr', 'auto'),
        cni: fc.constantFrom('1.8', '1.18.2', 'auto'),
        quiet: fc.boolean(),
        figure: fc.constantFrom('reserved', 'held'),
      },
      { requiredKeys: [] },
    ),
  }),
)

function isInside(line: string): (problem: Problem) => boolean {
  return (problem) => {
    const { at, length, text } = problem
    const isThere = at + length <= line.length && line.slice(at, at + length) === text
    return isThere && english(problem) !== '' && french(problem) !== ''
  }
}

describe('any line', () => {
  test('is read, or has problems that lie inside it', () => {
    fc.assert(
      fc.property(anyLine, fc.boolean(), (line, follows) => {
        const result = parse(line, { follows })
        return result.ok || (result.problems.length > 0 && result.problems.every(isInside(line)))
      }),
      { numRuns: LINES },
    )
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined()
  })

  test('that can be corrected is read then', () => {
    fc.assert(
      fc.property(soup, (line) => {
        const result = parse(line)
        const corrected = result.ok ? null : correctedLine(line, result.problems)
        expect(corrected === null || parse(corrected).ok).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })

  test.each([false, true])(
    'that is read has a line of its own that reads the same (%s)',
    (follows) => {
      fc.assert(
        fc.property(anyLine, (line) => {
          const result = parse(line, { follows })
          if (!result.ok) return
          const canonical = formatCommand(result.value)
          const again = parse(canonical, { follows: follows && isOfConversation(result.value) })
          expect(again.ok && formatCommand(again.value)).toBe(canonical)
          expect(again.ok && meaning(again.value)).toEqual(meaning(result.value))
        }),
        { numRuns: RUNS },
      )
    },
  )

  test('that is read gives a scenario of the schema', () => {
    fc.assert(
      fc.property(soup, (line) => {
        const result = parse(line)
        const asked = result.ok && result.value.kind === 'ask' ? result.value.question : null
        if (asked?.kind !== 'scenario') return
        expect(Scenario.parse(asked.scenario)).toEqual(asked.scenario)
      }),
      { numRuns: RUNS },
    )
  })

  test('means the same in capitals, with other spaces and with a mark that nobody sees', () => {
    fc.assert(
      fc.property(scenario, (asked) => {
        const line = format(asked)
        const changed = line.toUpperCase().replaceAll(' ', '\u00a0\u200b ')
        fc.pre(changed.length <= LONGEST_LINE)
        expect(parse(changed)).toEqual(parse(line))
      }),
      { numRuns: 500 },
    )
  })
})

test('the line of a scenario reads as that scenario', () => {
  fc.assert(
    fc.property(scenario, fc.option(name), (asked, called) => {
      const line = format(asked, called)
      fc.pre(line.length <= LONGEST_LINE)
      const result = parse(line)
      const ask = result.ok && result.value.kind === 'ask' ? result.value : null
      expect(ask?.question).toEqual({ kind: 'scenario', scenario: asked })
      expect(ask?.name).toBe(called)
    }),
    { numRuns: 2_000 },
  )
})

test('the line of a command reads as that command', () => {
  fc.assert(
    fc.property(anyCommand, (asked) => {
      const line = formatCommand(asked)
      fc.pre(line.length <= LONGEST_LINE)
      const result = parse(line)
      expect(result.ok && meaning(result.value)).toEqual(meaning(asked))
    }),
    { numRuns: 5_000 },
  )
})

test('every instance type reads as itself', () => {
  const misread = INSTANCE_NAMES.filter((one) => {
    const result = parse(one)
    return !result.ok || formatCommand(result.value) !== one
  })
  expect(misread).toEqual([])
})

/** Whether a command is about the conversation's own scenario; all others say all that they mean. */
function isOfConversation(command: Command): boolean {
  if (!('question' in command) || command.question.kind === 'scenario') return false
  return command.question.of === null
}

const BASE = parse('m5.large 3 nodes 20 pods + c5.xlarge 2 nodes 10 pods prefix subnet=/20')

/** A command without the places of its words; of a change, what comes of a scenario by it. */
function meaning(command: Command): unknown {
  const { hints: _hints, ...told } = { hints: [], ...command }
  if (!('question' in told) || told.question.kind !== 'change') return withoutPlaces(told)
  const { of, change } = told.question
  const base = BASE.ok && BASE.value.kind === 'ask' ? BASE.value.question : null
  const changed = base?.kind === 'scenario' && applyChange(base.scenario, change)
  const outcome = changed && (changed.ok ? changed.value : changed.problems.map(({ code }) => code))
  return withoutPlaces({ ...told, question: { of, outcome } })
}

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'at' && key !== 'length')
      .map(([key, part]) => [key, withoutPlaces(part)]),
  )
}

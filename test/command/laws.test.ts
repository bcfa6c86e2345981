import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { characterMeaning } from '../../src/command/characters.ts'
import { formatCommand } from '../../src/command/format-command.ts'
import { format } from '../../src/command/format.ts'
import { INPUTS, type Input } from '../../src/command/grammar.ts'
import { correctedLine, LONGEST_LINE, parse } from '../../src/command/parse.ts'
import { LONGEST_NAME } from '../../src/command/read-name.ts'
import { findInstance, INSTANCE_NAMES } from '../../src/instance/instance.ts'
import { contradictions } from '../../src/scenario/contradiction.ts'
import { nodeGroup } from '../../src/scenario/group.ts'
import { SCENARIO_LIMITS } from '../../src/scenario/limits.ts'
import { NEWEST_CNI, Scenario, type NodeGroup } from '../../src/scenario/scenario.ts'
import { problemText } from '../../src/words/en/problems.ts'

/** A longer hunt for lines that break the reader: FUZZ_RUNS=1000000 npx vitest run test/command. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 5_000)

vi.setConfig({ testTimeout: 60_000 + RUNS * 5 })

const TABLE: readonly Input[] = INPUTS

const spelling = fc.constantFrom(...TABLE.flatMap(({ word, also }) => [word, ...also]))
const type = fc.constantFrom(...INSTANCE_NAMES)
const sign = fc.constantFrom('+', '=', ':', '/', '×', 'x', '*', '"', "'", '#', '@', ',', '.', '-')
const keyword = fc.constantFrom(
  ...'all: as name cni each per par no sans value help & at'.split(' '),
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

const scenario = fc.record({
  v: fc.constant(1 as const),
  cni: fc.oneof(fc.constant(NEWEST_CNI), fc.stringMatching(/^1\.[0-9]{1,2}(\.[0-9]{1,2})?$/)),
  groups: fc.array(group, { minLength: 1, maxLength: SCENARIO_LIMITS.groups }),
  space: fc.constant(null),
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
  .map(([quote, text]) => withoutQuote(text, quote).trim())
  .filter((text) => text !== '' && text.length <= LONGEST_NAME)

function withoutQuote(text: string, quote: string): string {
  return Array.from(text, (character) => {
    const meaning = characterMeaning(character)
    return meaning.kind === 'text' && meaning.text !== quote ? character : ' '
  }).join('')
}

describe('any line', () => {
  test('is read, or has problems that lie inside it', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const result = parse(line)
        if (result.ok) return
        expect(result.problems).not.toEqual([])
        for (const { at, length, text } of result.problems) {
          expect(line.slice(at, at + length)).toBe(text)
          expect(at + length).toBeLessThanOrEqual(line.length)
        }
        expect(result.problems.map(problemText)).not.toContain('')
        expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined()
      }),
      { numRuns: RUNS },
    )
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

  test('that is read gives a scenario of the schema, whose own line reads the same', () => {
    fc.assert(
      fc.property(soup, (line) => {
        const result = parse(line)
        if (!result.ok || result.value.kind !== 'ask') return
        expect(Scenario.parse(result.value.scenario)).toEqual(result.value.scenario)
        expect(parse(format(result.value.scenario, result.value.name))).toEqual(result)
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
      expect(parse(line)).toEqual({
        ok: true,
        value: { kind: 'ask', scenario: asked, name: called },
      })
    }),
    { numRuns: 2_000 },
  )
})

test('every instance type reads as itself', () => {
  const misread = INSTANCE_NAMES.filter((one) => {
    const result = parse(one)
    return !result.ok || result.value.kind !== 'ask' || format(result.value.scenario) !== one
  })
  expect(misread).toEqual([])
})

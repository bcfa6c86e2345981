import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from '../../src/allocation/allocate.ts'
import { furtherMessages, message } from '../../src/blocks/message.ts'
import { format } from '../../src/command/format.ts'
import { compareMany } from '../../src/diff/compare.ts'
import { application } from '../../src/planner/apply.ts'
import { staircase } from '../../src/planner/staircase.ts'
import { applyReply } from '../../src/reply/apply-reply.ts'
import { chartReply } from '../../src/reply/chart-reply.ts'
import { compareReply } from '../../src/reply/compare-reply.ts'
import { planReply } from '../../src/reply/plan-reply.ts'
import type { Part, Reply } from '../../src/reply/reply.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { WORDS } from '../../src/words/words.ts'
import { readBody } from '../../src/workspace/block-kit/body.ts'
import { runOf } from '../reply/compare-runs.ts'
import { legalScenario } from './legal-scenario.ts'

const now = new Date('2026-11-22T12:00:00Z')
const words = fc.constantFrom(...Object.values(WORDS))
type AnyWords = (typeof WORDS)[keyof typeof WORDS]

/** What a reply is made of for any scenarios. */
const replies: Readonly<
  Record<string, (scenarios: readonly Scenario[], name: string, words: AnyWords) => Reply>
> = {
  plan: ([first, second], name, of) => {
    if (!first || !second) throw new Error('two scenarios')
    const run = runOf(first, 42, { name })
    const budget = {
      figure: 'held',
      countsHeld: true,
      available: 7,
      used: 9,
      left: -2,
      plans: 1,
    } as const
    const seen = { audience: 'channel', remarks: [], budget, words: of, now } as const
    return planReply({ run, earlier: runOf(second, 41), diff: null, ...seen })
  },
  comparison: (scenarios, name, of) => {
    const runs = scenarios.map((scenario, index) => runOf(scenario, index + 1, { name }))
    const comparison = compareMany(runs, allocate)
    return compareReply({ runs, comparison, ancestor: null, words: of, now })
  },
  chart: ([scenario], _, of) => {
    if (!scenario) throw new Error('a scenario')
    const groups = scenario.groups.map((group) => ({
      group: { ...group, maxPods: group.maxPods === null ? 250 : Math.min(group.maxPods, 250) },
      staircase: staircase({ ...group, maxPods: 250 }, scenario.cni),
    }))
    return chartReply({ label: format(scenario), groups, words: of })
  },
  apply: ([scenario, earlier], _, of) => {
    if (!scenario || !earlier) throw new Error('two scenarios')
    const made = application(scenario, earlier)
    const label = format(scenario)
    const again = `apply ${label}`
    return applyReply({ label, again, application: made, earlier: '#41', words: of })
  },
}

describe.each(Object.entries(replies))('a reply that is a %s', (_, make) => {
  test('is messages that Slack takes, with nothing lost between them', () => {
    fc.assert(
      fc.property(
        fc.array(legalScenario, { minLength: 2, maxLength: 10 }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
        words,
        (scenarios, name, of) => {
          const reply = make(scenarios, name, of)
          const all = [message(reply), ...furtherMessages(reply)]
          for (const { text, blocks } of all) {
            expect(text.trim()).not.toBe('')
            expect(readBody({ text, blocks: [...blocks] })).toMatchObject({ ok: true })
          }
          expect(rowsIn(all)).toBe(reply.parts.map(rowsOf).reduce((sum, rows) => sum + rows, 0))
          expect(hasShowAll(all)).toBe(all.length > 1)
        },
      ),
      { numRuns: 5 },
    )
  }, 60_000)
})

test('what was typed can never be more than text', () => {
  const hostile = '<!channel> <@U012345> <http://evil.example|here> & *bold*'
  fc.assert(
    fc.property(legalScenario, legalScenario, words, (a, b, of) => {
      for (const make of Object.values(replies)) {
        const reply = make([a, b], hostile, of)
        for (const { text, blocks } of [message(reply), ...furtherMessages(reply)]) {
          expect(text).not.toMatch(/<[!@#h]/)
          expect(JSON.stringify(blocks)).not.toContain('"mrkdwn"')
        }
      }
    }),
    { numRuns: 5 },
  )
}, 60_000)

/** Rows of tables and lines of lists, which is what long replies are long with. */
function rowsOf(part: Part): number {
  if (part.kind === 'table') return part.rows.length
  if (part.kind !== 'list') return 0
  // A list that is cut has one line more, which tells of the others.
  return part.lines.length + (part.atFirst ? 1 : 0)
}

function rowsIn(messages: readonly { readonly blocks: readonly unknown[] }[]): number {
  const counted = messages
    .flatMap(({ blocks }) => blocks)
    .map((block) => {
      if (typeof block !== 'object' || block === null) return 0
      if ('rows' in block && Array.isArray(block.rows)) return block.rows.length - 1
      const [list] = 'elements' in block && Array.isArray(block.elements) ? block.elements : []
      return list?.type === 'rich_text_list' ? list.elements.length : 0
    })
  return counted.reduce((sum: number, rows: number) => sum + rows, 0)
}

function hasShowAll(messages: readonly unknown[]): boolean {
  return JSON.stringify(messages).includes('"show-all"')
}

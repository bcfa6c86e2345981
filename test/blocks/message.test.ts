import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from '../../src/allocation/allocate.ts'
import { traceGroup } from '../../src/allocation/trace.ts'
import { message } from '../../src/blocks/message.ts'
import { INPUTS } from '../../src/command/grammar.ts'
import { parse } from '../../src/command/parse.ts'
import { diff } from '../../src/diff/diff.ts'
import { INSTANCE_NAMES } from '../../src/instance/instance.ts'
import { helpReply } from '../../src/reply/help-reply.ts'
import { planReply } from '../../src/reply/plan-reply.ts'
import { problemReply } from '../../src/reply/problem-reply.ts'
import { whyReply } from '../../src/reply/why-reply.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { SCENARIO_LIMITS } from '../../src/scenario/limits.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import * as words from '../../src/words/en/index.ts'
import { readBody } from '../../src/workspace/block-kit/body.ts'
import { runOf } from '../reply/compare-runs.ts'
import { scenarioOfLine } from '../reply/scenario-of-line.ts'
import { legalScenario as scenario } from './legal-scenario.ts'

const now = new Date('2026-11-22T12:00:00Z')

describe('a reply as a message', () => {
  test('is one that Slack takes, for every scenario, compared with every other', () => {
    fc.assert(
      fc.property(
        scenario,
        scenario,
        fc.string({ unit: 'binary', maxLength: 60 }),
        (a, b, name) => {
          expectFits(reply(a, b, name))
          expectFits(why(a))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('about mistakes is one that Slack takes, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5_000 }), (text) => {
        const parsed = parse(text)
        if (!parsed.ok) expectFits(problemReply(text, parsed.problems, words))
      }),
      { numRuns: 300 },
    )
  })

  test('about the largest comparison is one that Slack takes', () => {
    const inputs = INPUTS.filter(({ word }) => !['pods', 'attached', 'unmanaged'].includes(word))
    const all = (value: number) =>
      inputs.map(({ word, takes }) => (takes === 'switch' ? word : `${word}=${value}`)).join(' ')
    const groups = (type: string, value: number) =>
      scenarioOfLine(`${Array(SCENARIO_LIMITS.groups).fill(type).join(' + ')} all: ${all(value)}`)
        .scenario
    const [longest = '', longer = ''] = INSTANCE_NAMES.toSorted((a, b) => b.length - a.length)
    expectFits(why(groups(longest, 50)))
    expectFits(reply(groups(longest, 50), groups(longer, 49), 'n'.repeat(60)))
  })

  test('of help is one that Slack takes', () => {
    expectFits(helpReply(words))
    expect(message(helpReply(words))).toMatchSnapshot()
  })

  test('lets nothing that somebody typed mention anybody', () => {
    const hostile = '<!channel> <@U012345> <http://evil.example|here> & *bold* `code`'
    const drawn = message(reply(scenarioOfLine('t3.2xlarge').scenario, null, hostile))
    expect(drawn.text).not.toMatch(/<[!@#h]/)
    const inBlocks = JSON.stringify(drawn.blocks)
    expect(inBlocks).toContain('<!channel>')
    expect(inBlocks).not.toContain('mrkdwn')
  })
})

function reply(after: Scenario, before: Scenario | null, name: string): Reply {
  const run = (of: Scenario, number: number) => runOf(of, number, { name })
  const earlier = before && run(before, 41)
  const later = run(after, 42)
  return planReply({
    run: later,
    earlier,
    diff: earlier && diff(earlier, later, allocate),
    words,
    now,
    audience: 'channel',
    remarks: [],
  })
}

function why(scenario: Scenario): Reply {
  const traces = scenario.groups.map((group) => traceGroup(group, scenario.cni))
  return whyReply({ scenario, plan: allocate(scenario), traces, words })
}

function expectFits(shown: Reply): void {
  const { text, blocks } = message(shown)
  expect(text.trim()).not.toBe('')
  expect(readBody({ text, blocks: [...blocks] })).toMatchObject({ ok: true })
}

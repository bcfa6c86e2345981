import { describe, expect, test } from 'vitest'
import { allocate } from '../src/allocation/allocate.ts'
import { traceGroup } from '../src/allocation/trace.ts'
import { parse } from '../src/command/parse.ts'
import { diff } from '../src/diff/diff.ts'
import { helpReply } from '../src/reply/help-reply.ts'
import { planReply } from '../src/reply/plan-reply.ts'
import { problemReply } from '../src/reply/problem-reply.ts'
import { whyReply } from '../src/reply/why-reply.ts'
import { draw } from '../src/terminal/draw.ts'
import { WORDS } from '../src/words/words.ts'
import { runOf } from './reply/compare-runs.ts'
import { scenarioOfLine } from './reply/scenario-of-line.ts'

const now = new Date('2026-11-22T12:00:00Z')
/** A question in a channel, with nothing odd about it. */
const ASKED = { audience: 'channel', remarks: [] } as const
const languages = Object.entries(WORDS)

describe.each(languages)('in %s', (_, words) => {
  test.each([
    ['t3.2xlarge 2 nodes 27 pods', 't3.2xlarge 2 nodes 27 pods warm-ip=2 as prod-blue'],
    ['t3.2xlarge 1 node 10 pods warm-ip=2 attached=2', 'm5.large 100 nodes 5000 pods'],
    [
      'm5.large 2 nodes 60 pods daemonset=3 free=40',
      'm5.large 2 nodes 60 pods prefix ipv6 cni=1.20',
    ],
    ['m5.large 3 nodes + c5.xlarge 2 nodes 90 pods', 'm5.large 5 nodes warm-eni=0 9/node cni=1.8'],
  ])('%s, then %s: the whole answer', (before, after) => {
    const earlier = run(before, 41, new Date('2026-11-19T12:00:00Z'))
    const later = run(after, 42, now)
    const change = diff(earlier, later, allocate)
    const reply = planReply({ run: later, earlier, diff: change, words, now, ...ASKED })
    expect(draw(reply, false)).toMatchSnapshot('answer')
  })

  test('the decisions behind the figures', () => {
    const { scenario, plan } = run('t3.2xlarge 1 node 10 pods attached=3 + m5.large ipv6', 1, now)
    const traces = scenario.groups.map((group) => traceGroup(group, scenario.cni))
    expect(draw(whyReply({ scenario, plan, traces, words }), false)).toMatchSnapshot('why')
  })

  test('mistakes', () => {
    const text = 't3.2xlrge 2 nods 27 pods warm-ips=2'
    const parsed = parse(text)
    const problems = parsed.ok ? [] : parsed.problems
    expect(draw(problemReply(text, problems, words), false)).toMatchSnapshot('mistakes')
  })

  test('help', () => {
    expect(draw(helpReply(words), false)).toMatchSnapshot('help')
  })
})

test.each([
  ['2026-11-22T12:00:30Z', 'just now', 'à l’instant'],
  ['2026-11-22T11:59:30Z', 'just now', 'à l’instant'],
  ['2026-11-22T11:59:00Z', '1 minute ago', 'il y a 1 minute'],
  ['2026-11-22T09:00:00Z', '3 hours ago', 'il y a 3 heures'],
  ['2026-11-21T12:00:00Z', 'yesterday', 'hier'],
  ['2026-11-08T12:00:00Z', '2 weeks ago', 'il y a 2 semaines'],
  ['2025-10-22T12:00:00Z', 'last year', 'l’année dernière'],
])('%s is %s', (then, english, french) => {
  expect(WORDS.en.numbers.ago(new Date(then), now)).toBe(english)
  expect(WORDS.fr.numbers.ago(new Date(then), now)).toBe(french)
})

test('French has a narrow space before its double punctuation', () => {
  const french = JSON.stringify(
    planReply({
      run: run('t3.2xlarge 2 nodes', 1, now),
      earlier: null,
      diff: null,
      words: WORDS.fr,
      now,
      ...ASKED,
    }),
  )
  expect(french).toContain('\u202f:')
  expect(french).not.toMatch(/[^"] [:;?!](?![a-z])/)
})

function run(line: string, number: number, askedAt: Date) {
  const { scenario, name } = scenarioOfLine(line)
  return runOf(scenario, number, { name, askedAt })
}

import { expect, test } from 'vitest'
import { parse } from '../../src/command/parse.ts'
import { planReply } from '../../src/reply/plan-reply.ts'
import { problemReply } from '../../src/reply/problem-reply.ts'
import { draw } from '../../src/terminal/draw.ts'
import { WORDS } from '../../src/words/words.ts'
import { runOf } from '../reply/compare-runs.ts'
import { scenarioOfLine } from '../reply/scenario-of-line.ts'

const reply = planReply({
  run: runOf(scenarioOfLine('m5.large 2 nodes 70 pods warm-ip=2').scenario, 1),
  earlier: null,
  diff: null,
  budget: null,
  audience: 'channel',
  remarks: [],
  words: WORDS.en,
  now: new Date('2026-11-22T12:00:00Z'),
})

test('colours stand where they help, and are spelt out here', () => {
  expect(draw(reply, true).replaceAll('\u001b[', '«')).toMatchSnapshot()
})

test('without colours the same text stands there', () => {
  // oxlint-disable-next-line no-control-regex -- the codes are what is looked for
  expect(draw(reply, true).replaceAll(/\u001b\[\d+m/g, '')).toBe(draw(reply, false))
  expect(draw(reply, false)).not.toContain('\u001b')
})

test('runs to compare are offered as a line that a shell takes', () => {
  const parsed = parse('compare 41')
  const problems = parsed.ok ? [] : parsed.problems
  for (const words of [WORDS.en, WORDS.fr]) {
    expect(draw(problemReply('compare 41', problems, words), false)).toContain(' compare 41 42.')
  }
})

test('what somebody typed steers no terminal', () => {
  const name = 'red\u001b[31m\u0007'
  const run = { ...runOf(scenarioOfLine('m5.large').scenario, 1), name }
  const shown = planReply({
    run,
    earlier: null,
    diff: null,
    budget: null,
    audience: 'channel',
    remarks: [[name]],
    words: WORDS.en,
    now: run.askedAt,
  })
  expect(draw(shown, false)).not.toMatch(/\p{Cc}(?<!\n)/u)
  expect(draw(shown, true)).toContain('red·[31m·')
})

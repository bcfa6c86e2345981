import { describe, expect, test } from 'vitest'
import { allocate } from '../../src/allocation/allocate.ts'
import { homeView } from '../../src/blocks/home.ts'
import { message } from '../../src/blocks/message.ts'
import { NO_PREFERENCE } from '../../src/history/preferences.ts'
import { diff } from '../../src/diff/diff.ts'
import { application } from '../../src/planner/apply.ts'
import { budgetUse } from '../../src/planner/budget.ts'
import { staircase } from '../../src/planner/staircase.ts'
import { applyReply } from '../../src/reply/apply-reply.ts'
import { budgetReply } from '../../src/reply/budget-reply.ts'
import { chartReply } from '../../src/reply/chart-reply.ts'
import { planReply } from '../../src/reply/plan-reply.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { draw } from '../../src/terminal/draw.ts'
import { WORDS } from '../../src/words/words.ts'
import { readBody } from '../../src/workspace/block-kit/body.ts'
import { readView } from '../../src/workspace/block-kit/view.ts'
import { runOf } from '../reply/compare-runs.ts'
import { scenarioOfLine } from '../reply/scenario-of-line.ts'

const now = new Date('2026-11-22T12:00:00Z')
const amount = { kind: 'subnets', subnets: ['10.0.0.0/26'] } as const

const asked = (line: string, number: number) => runOf(scenarioOfLine(line).scenario, number, {})

describe.each(Object.entries(WORDS))('in %s', (_, words) => {
  const run = asked('t3.2xlarge 2 nodes 27 pods warm-ip=2', 42)
  const earlier = asked('t3.2xlarge 2 nodes 27 pods', 41)

  test('an answer, over the budget of its channel', () => {
    const budget = budgetUse(amount, [], { ...run, reserved: 60, held: 35 }, 'reserved')
    expectWhole(
      planReply({
        run,
        earlier,
        diff: diff(earlier, run, allocate),
        audience: 'channel',
        remarks: [],
        budget,
        words,
        now,
      }),
    )
  })

  test.each([
    ['t3.2xlarge 2 nodes 27 pods warm-ip=2'],
    ['m5.large 2 nodes 20 pods prefix + c5.large 3 nodes + r5.large'],
  ])('the chart of %s', (line) => {
    const { groups, cni } = scenarioOfLine(line).scenario
    const charted = groups.map((group) => ({ group, staircase: staircase(group, cni) }))
    expectWhole(chartReply({ label: '#42', groups: charted, words }))
  })

  test.each([
    ['t3.2xlarge warm-ip=2', 't3.2xlarge warm-ip=3'],
    ['t3.2xlarge', 't3.2xlarge'],
    ['m5.large warm-ip=2 prefix + c5.large prefix', 'm5.large'],
  ])('the settings of %s', (line, before) => {
    const made = application(scenarioOfLine(line).scenario, scenarioOfLine(before).scenario)
    expectWhole(
      applyReply({ label: '#42', again: 'apply #42', application: made, earlier: '#41', words }),
    )
  })

  test('a budget, and none', () => {
    const use = budgetUse(amount, [{ number: 1, name: 'a', reserved: 45, held: 45 }], null, 'held')
    const budget = { amount, setBy: 'U0ADA', setAt: new Date('2026-11-20T12:00:00Z') }
    expectWhole(budgetReply({ budget, use, change: null, words, now }))
    expectWhole(budgetReply({ budget: null, use: null, change: 'off', words, now }))
  })

  test('the Home', () => {
    const use = budgetUse(amount, [], null, 'reserved')
    const lists = { pinned: [run], named: [], recent: [run, earlier] }
    const preference = { ...NO_PREFERENCE, cni: '1.12', isQuiet: true }
    const budgets = [{ channel: 'C0CAPACITY', use }]
    const view = homeView({ ...lists, budgets, preference, words, now })
    expect(readView(view)).toMatchObject({ ok: true })
    expect(view).toMatchSnapshot()
  })
})

/** Slack takes it, a notification says the answer, and it is drawn as it was. */
function expectWhole(reply: Reply): void {
  const { text, blocks } = message(reply)
  expect(text.trim()).not.toBe('')
  expect(readBody({ text, blocks: [...blocks] })).toMatchObject({ ok: true })
  expect({ text, blocks }).toMatchSnapshot('message')
  expect(draw(reply, false)).toMatchSnapshot('in a terminal')
}

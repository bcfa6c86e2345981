import { describe, expect, test } from 'vitest'
import { allocate } from '../../src/allocation/allocate.ts'
import { message } from '../../src/blocks/message.ts'
import { compareMany } from '../../src/diff/compare.ts'
import type { Run } from '../../src/history/history.ts'
import { compareReply } from '../../src/reply/compare-reply.ts'
import { INSTANCE_NAMES } from '../../src/instance/instance.ts'
import { SCENARIO_LIMITS } from '../../src/scenario/limits.ts'
import { draw } from '../../src/terminal/draw.ts'
import { WORDS } from '../../src/words/words.ts'
import { readBody } from '../../src/workspace/block-kit/body.ts'
import { asked, group, NOW, runOf } from './compare-runs.ts'

const pods = (count: number) => ({ count, per: 'group', stated: true }) as const
const t3 = (nodes: number, warmIp = 0) =>
  group('t3.2xlarge', { nodes, pods: pods(27), settings: { WARM_IP_TARGET: warmIp } })
const m5 = (type: string, nodes: number) => group(type, { nodes, pods: pods(40) })

const plainRun = runOf(asked([t3(2)]), 41)
const warmRun = runOf(asked([t3(2, 2)]), 42, { name: 'prod-blue' })
const largeRun = runOf(asked([t3(5, 2), m5('m5.large', 3), m5('c5.large', 2)]), 43)
const otherRun = runOf(
  asked([m5('m5.xlarge', 3), m5('c5.large', 2), m5('r5.large', 9), m5('i3.large', 8)], {
    cni: '1.8',
  }),
  44,
)
const oldRun = runOf(asked([t3(2)]), 12, {
  plan: { ...allocate(asked([t3(2)])), reserved: 45, held: 45, enis: 3 },
})
const inSubnet = (subnet: string, perNode: number) =>
  asked(
    [
      group('m5.large', {
        pods: { count: perNode, per: 'node', stated: true },
        settings: { ENABLE_PREFIX_DELEGATION: true },
      }),
    ],
    { space: { subnets: [subnet], free: null, freePrefixes: null } },
  )
const smallRun = runOf(inSubnet('10.0.0.0/25', 100), 51)
const wideRun = runOf(inSubnet('10.0.0.0/24', 100), 52)
const unsettledRun = runOf(asked([group('t3.2xlarge', { pods: pods(10), attachedEnis: 3 })]), 45)

function compared(runs: readonly Run[], language: 'en' | 'fr', ancestor: Run | null = null) {
  const comparison = compareMany(runs, allocate)
  return compareReply({ runs, comparison, ancestor, words: WORDS[language], now: NOW })
}

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test.each([
    ['two runs of one group', [plainRun, warmRun], null],
    ['the same the other way round, from a common ancestor', [warmRun, plainRun], oldRun],
    ['two runs whose groups come, go and change', [largeRun, otherRun], null],
    ['the same question twice', [plainRun, runOf(plainRun.scenario, 46)], plainRun],
    ['a run that older rules answered', [oldRun, plainRun], null],
    ['pods that wait for the space', [smallRun, wideRun], null],
    ['pods that wait for the space, of several', [plainRun, wideRun, smallRun], null],
    ['three runs and more', [plainRun, warmRun, largeRun, oldRun, unsettledRun], plainRun],
  ] as const)('%s', (_, runs, ancestor) => {
    expect(draw(compared(runs, language, ancestor), false)).toMatchSnapshot()
  })
})

test('the summary is the headline', () => {
  expect(compared([plainRun, warmRun], 'en').summary).toBe(
    'Comparison of #41 and #42: Compared with #41, #42 holds 25 addresses fewer (60 → 35, −42 %) and reserves as many (60).',
  )
})

test('a run whose limits were given by hand is compared, and not asked again', () => {
  const [byHand] = plainRun.scenario.groups.map((made) => ({ ...made, instanceType: null }))
  const reply = compared([plainRun, runOf(asked([byHand!]), 47)], 'en')
  expect(reply.parts.flatMap((part) => (part.kind === 'actions' ? part.actions : []))).toEqual([
    { label: 'Ask #41 again', line: 't3.2xlarge 2 nodes 27 pods' },
  ])
})

test('more groups than anybody reads are counted', () => {
  const many = Array.from({ length: 20 }, (_, nodes) => m5('m5.large', nodes + 2))
  const reply = compared([plainRun, runOf(asked(many), 48)], 'en')
  const rows = reply.parts.findLast((part) => part.kind === 'list')?.lines ?? []
  expect(rows).toHaveLength(20)
})

/** A run of twenty groups, each of another type with many inputs, out of fifty subnets, by older rules. */
function largestRun(number: number): Run {
  const subnets = Array.from({ length: 50 }, (_, at) => `10.${100 + number}.${100 + at}.0/24`)
  const groups = Array.from({ length: 20 }, (_, at) =>
    group(INSTANCE_NAMES[(at * 37 + number * 11) % INSTANCE_NAMES.length]!, {
      nodes: SCENARIO_LIMITS.nodes - at - number,
      maxPods: 100 + number,
      daemonsetPods: number,
      managedNodeGroup: true,
      settings: { WARM_IP_TARGET: 100 + number, MINIMUM_IP_TARGET: 100 + at, ENABLE_POD_ENI: true },
    }),
  )
  const scenario = asked(groups, { space: { subnets, free: number, freePrefixes: null } })
  const plan = { ...allocate(scenario), reserved: 987_654_321, held: 987_654_321 }
  return runOf(scenario, 1_000_000 + number, { plan, name: 'a name '.repeat(9) })
}

test.each([2, 10])('%i of the largest runs fit into a message', (count) => {
  const runs = Array.from({ length: count }, (_, number) => largestRun(number))
  const { text, blocks } = message(compared(runs, 'fr', largestRun(count)))
  expect(readBody({ text, blocks: [...blocks] })).toMatchObject({ ok: true })
})

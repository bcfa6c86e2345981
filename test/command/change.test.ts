import { describe, expect, test } from 'vitest'
import { applyChange, type Change } from '../../src/command/change.ts'
import { format } from '../../src/command/format.ts'
import { parse } from '../../src/command/parse.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { problemText as english } from '../../src/words/en/problems.ts'
import { problemText as french } from '../../src/words/fr/problems.ts'

const ONE = 't3.2xlarge 2 nodes 27 pods warm-ip=2'
const TWO = 'm5.large 3 nodes 20 pods + c5.xlarge 2 nodes 10 pods prefix'
const SPACE = 't3.large 2 nodes subnet=/24 free=100 cni=1.18'

type Row = readonly [base: string, change: string, scenario: string, inherited: readonly string[]]

const ONE_GROUP: readonly Row[] = [
  [ONE, '40 pods', 't3.2xlarge 2 nodes 40 pods warm-ip=2', ['t3.2xlarge', '2 nodes', 'warm-ip=2']],
  [
    ONE,
    '40/node',
    't3.2xlarge 2 nodes 40 pods/node warm-ip=2',
    ['t3.2xlarge', '2 nodes', 'warm-ip=2'],
  ],
  [ONE, '3 nœuds', 't3.2xlarge 3 nodes 27 pods warm-ip=2', ['t3.2xlarge', '27 pods', 'warm-ip=2']],
  [ONE, 'm5.xlarge', 'm5.xlarge 2 nodes 27 pods warm-ip=2', ['2 nodes', '27 pods', 'warm-ip=2']],
  [ONE, 'm5.xlarge 4 nodes 50 pods', 'm5.xlarge 4 nodes 50 pods warm-ip=2', ['warm-ip=2']],
  [ONE, 'warm-ip=default', 't3.2xlarge 2 nodes 27 pods', ['t3.2xlarge', '2 nodes', '27 pods']],
  [ONE, 'no warm-ip', 't3.2xlarge 2 nodes 27 pods', ['t3.2xlarge', '2 nodes', '27 pods']],
  [ONE, 'pods=default nodes=default', 't3.2xlarge warm-ip=2', ['t3.2xlarge', 'warm-ip=2']],
  [ONE, 'prefix', `${ONE} prefix`, ['t3.2xlarge', '2 nodes', '27 pods', 'warm-ip=2']],
  ['t3.large prefix', 'prefix=off', 't3.large', ['t3.large']],
  ['t3.large max-pods=9 attached=2', 'max-pods=default attached=default', 't3.large', ['t3.large']],
  [ONE, 'cni=1.18', `${ONE} cni=1.18`, ['t3.2xlarge', '2 nodes', '27 pods', 'warm-ip=2']],
  [
    ONE,
    '+ c5.xlarge 2 nodes',
    `${ONE} + c5.xlarge 2 nodes`,
    ['t3.2xlarge', '2 nodes', '27 pods', 'warm-ip=2'],
  ],
  [
    ONE,
    'min-ip=5 + c5.xlarge',
    `${ONE} min-ip=5 + c5.xlarge min-ip=5`,
    ['t3.2xlarge', '2 nodes', '27 pods', 'warm-ip=2'],
  ],
  [ONE, 'quiet', ONE, ['t3.2xlarge', '2 nodes', '27 pods', 'warm-ip=2']],
  [
    SPACE,
    '3 nodes',
    't3.large 3 nodes subnet=/24 free=100 cni=1.18',
    ['t3.large', 'subnet=/24', 'free=100', 'cni=1.18'],
  ],
  [
    SPACE,
    'subnet=/26',
    't3.large 2 nodes subnet=/26 cni=1.18',
    ['t3.large', '2 nodes', 'cni=1.18'],
  ],
  [
    SPACE,
    'free=9',
    't3.large 2 nodes subnet=/24 free=9 cni=1.18',
    ['t3.large', '2 nodes', 'subnet=/24', 'cni=1.18'],
  ],
  [
    SPACE,
    'cni=1.20',
    't3.large 2 nodes subnet=/24 free=100 cni=1.20',
    ['t3.large', '2 nodes', 'subnet=/24', 'free=100'],
  ],
  ['t3.large', 'subnet=/24', 't3.large subnet=/24', ['t3.large']],
  [SPACE, 'no subnet', 't3.large 2 nodes cni=1.18', ['t3.large', '2 nodes', 'cni=1.18']],
  [SPACE, 'subnet=default free=9 cni=default', 't3.large 2 nodes free=9', ['t3.large', '2 nodes']],
  [
    SPACE,
    'free=default',
    't3.large 2 nodes subnet=/24 cni=1.18',
    ['t3.large', '2 nodes', 'subnet=/24', 'cni=1.18'],
  ],
  ['t3.large free=9', 'free=default', 't3.large', ['t3.large']],
  [ONE, 'without t3.2xlarge + c5.large 2 nodes', 'c5.large 2 nodes', []],
]

const SEVERAL_GROUPS: readonly Row[] = [
  [
    TWO,
    'warm-ip=2',
    'm5.large 3 nodes 20 pods warm-ip=2 + c5.xlarge 2 nodes 10 pods warm-ip=2 prefix',
    ['m5.large 3 nodes 20 pods', 'c5.xlarge 2 nodes 10 pods prefix'],
  ],
  [
    TWO,
    'm5.large 40 pods',
    'm5.large 3 nodes 40 pods + c5.xlarge 2 nodes 10 pods prefix',
    ['m5.large 3 nodes', 'c5.xlarge 2 nodes 10 pods prefix'],
  ],
  [
    TWO,
    'm5.large 40 pods c5.xlarge 5 nodes',
    'm5.large 3 nodes 40 pods + c5.xlarge 5 nodes 10 pods prefix',
    ['m5.large 3 nodes', 'c5.xlarge 10 pods prefix'],
  ],
  [
    TWO,
    'c5.xlarge no prefix',
    'm5.large 3 nodes 20 pods + c5.xlarge 2 nodes 10 pods',
    ['m5.large 3 nodes 20 pods', 'c5.xlarge 2 nodes 10 pods'],
  ],
  [
    TWO,
    'all: 5 nodes',
    'm5.large 5 nodes 20 pods + c5.xlarge 5 nodes 10 pods prefix',
    ['m5.large 20 pods', 'c5.xlarge 10 pods prefix'],
  ],
  [
    TWO,
    '+ t3.large',
    `${TWO} + t3.large`,
    ['m5.large 3 nodes 20 pods', 'c5.xlarge 2 nodes 10 pods prefix'],
  ],
  [TWO, '- c5.xlarge', 'm5.large 3 nodes 20 pods', ['m5.large', '3 nodes', '20 pods']],
  [
    TWO,
    'without m5.large',
    'c5.xlarge 2 nodes 10 pods prefix',
    ['c5.xlarge', '2 nodes', '10 pods', 'prefix'],
  ],
  [
    TWO,
    'sans m5.large + t3.large',
    'c5.xlarge 2 nodes 10 pods prefix + t3.large',
    ['c5.xlarge', '2 nodes', '10 pods', 'prefix'],
  ],
  [
    'm5.large + m5.large 2 nodes',
    'm5.large prefix',
    'm5.large prefix + m5.large 2 nodes prefix',
    ['m5.large', 'm5.large 2 nodes'],
  ],
]

describe.each([
  ['one node group', ONE_GROUP],
  ['several node groups', SEVERAL_GROUPS],
])('a change of %s', (_name, rows) => {
  test.each(rows)('%s, then %s', (base, line, scenario, inherited) => {
    const changed = applyChange(scenarioOf(base), changeOf(line))
    expect(changed.ok && format(changed.value.scenario)).toBe(scenario)
    expect(changed.ok && changed.value.inherited).toEqual(inherited)
  })
})

const MISTAKES = [
  ['t3.2xlarge attached=4', 't3.nano', 'kept-too-large', 't3.nano', 't3.nano attached=2'],
  ['t3.2xlarge unmanaged=3', 't3.nano', 'kept-too-large', 't3.nano', 't3.nano unmanaged=1'],
  ['t3.2xlarge', 'attached=9', 'too-many-enis', 'attached=9', 'attached=4'],
  ['t3.2xlarge', 'm5.large c5.large', 'second-type', 'c5.large', '+ c5.large'],
  ['t3.2xlarge', 'without t3.2xlarge', 'last-group', 'without t3.2xlarge', null],
  ['t3.2xlarge', 'without m5.large', 'no-such-group', 'without m5.large', null],
  [TWO, '40 pods', 'which-group', '40 pods', null],
  [TWO, '4 nodes', 'which-group', '4 nodes', null],
  ['m5.large + m5.large', 'm5.large 4 nodes', 'which-group', '4 nodes', null],
  ['m5.large + m5.large + c5.large', 'm5.large 4 nodes', 'which-group', '4 nodes', null],
  [TWO, 't3.large warm-ip=2', 'no-such-group', 't3.large', '+ t3.large'],
  [TWO, 'without m5.large without c5.xlarge', 'last-group', 'without c5.xlarge', null],
  [`m5.large${' + m5.large'.repeat(19)}`, '+ c5.large', 'too-many-groups', '+ c5.large', null],
] as const

test('a scenario with as many node groups as there may be can be changed', () => {
  const base = scenarioOf(`c5.large${' + m5.large'.repeat(19)}`)
  const changed = applyChange(base, changeOf('c5.large 2 nodes m5.large warm-ip=2'))
  expect(changed.ok && changed.value.scenario.groups).toHaveLength(20)
})

describe('a change that cannot be made', () => {
  test.each(MISTAKES)('%s, then %s', (base, line, code, text, suggestion) => {
    const changed = applyChange(scenarioOf(base), changeOf(line))
    const problems = changed.ok ? [] : changed.problems
    expect(problems).toMatchObject([{ code, text, suggestion }])
    for (const { at, length } of problems) {
      expect(`what-if #42 ${line}`.slice(at, at + length)).toBe(text)
    }
    expect(problems.map((problem) => [english(problem), french(problem)])).toMatchSnapshot()
  })
})

test('a change tells what is odd about what came of it', () => {
  const changed = applyChange(scenarioOf('t3.large 30 nodes'), changeOf('27 pods warm-ip=0'))
  expect(changed.ok && changed.value.hints).toEqual([
    { code: 'warm-ip-zero' },
    { code: 'fewer-pods-than-nodes', pods: 27, nodes: 30 },
  ])
})

function scenarioOf(line: string): Scenario {
  const parsed = parse(line)
  const question = parsed.ok && parsed.value.kind === 'ask' ? parsed.value.question : null
  if (question?.kind !== 'scenario') throw new Error(`${line} is no scenario`)
  return question.scenario
}

function changeOf(line: string): Change {
  const parsed = parse(`what-if #42 ${line}`)
  const question = parsed.ok && parsed.value.kind === 'ask' ? parsed.value.question : null
  if (question?.kind !== 'change') throw new Error(`${line} is no change`)
  return question.change
}

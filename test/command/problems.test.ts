import { describe, expect, test } from 'vitest'
import { LONGEST_LINE, correctedLine, parse } from '../../src/command/parse.ts'
import type { Problem, ProblemCode } from '../../src/command/problem.ts'
import { unknownName } from '../../src/command/unknown-name.ts'
import { problemText } from '../../src/words/en/problems.ts'
import { problemText as inFrench } from '../../src/words/fr/problems.ts'

type Seen = readonly [code: ProblemCode, text: string, suggestion: string | null]

interface Row {
  readonly line: string
  readonly problems: readonly Seen[]
  /** `null` where no good line can be offered. */
  readonly corrected: string | null
}

const TABLE: readonly Row[] = [
  {
    line: '# a comment',
    problems: [
      ['not-a-reference', '#', null],
      ['unknown-word', 'comment', null],
    ],
    corrected: null,
  },
  {
    line: 'what-if #foo 40 pods',
    problems: [['not-a-reference', '#foo', 'foo']],
    corrected: 'what-if foo 40 pods',
  },
  {
    line: 'why #foo 40 podz',
    problems: [
      ['not-a-reference', '#foo', 'foo'],
      ['unknown-word', 'podz', 'pods'],
    ],
    corrected: 'why foo 40 pods',
  },
  {
    line: 't3.2xlarge 2 noodes warm-ips=2',
    problems: [
      ['unknown-word', 'noodes', 'nodes'],
      ['unknown-word', 'warm-ips', 'warm-ip'],
    ],
    corrected: 't3.2xlarge 2 nodes warm-ip=2',
  },
  {
    line: 't3.2xlarge nods 2 prefx',
    problems: [
      ['unknown-word', 'nods', 'nodes'],
      ['unknown-word', 'prefx', 'prefix'],
    ],
    corrected: 't3.2xlarge nodes 2 prefix',
  },
  {
    line: 't3.2xlarge vpc=10.0.0.0/22 <http://a.b|a.b> spot',
    problems: [
      ['unknown-word', 'vpc', null],
      ['unknown-word', '<http', null],
      ['unknown-word', 'spot', null],
    ],
    corrected: null,
  },
  {
    line: 't3 2xlarge + m5-large 2 nodes',
    problems: [
      ['unknown-word', 't3 2xlarge', 't3.2xlarge'],
      ['unknown-word', 'm5-large', 'm5.large'],
    ],
    corrected: 't3.2xlarge + m5.large 2 nodes',
  },
  {
    line: 'm5.large + c5.large all warm-ip=2',
    problems: [['unknown-word', 'all', 'all:']],
    corrected: 'm5.large + c5.large all: warm-ip=2',
  },
  {
    line: 't3.2large 2 nodes',
    problems: [['unknown-type', 't3.2large', 't3.2xlarge']],
    corrected: 't3.2xlarge 2 nodes',
  },
  {
    line: 'm5.xl + zz9.plural 3 nodes',
    problems: [
      ['unknown-type', 'm5.xl', 'm5.xlarge'],
      ['unknown-type', 'zz9.plural', null],
    ],
    corrected: null,
  },
  {
    line: 't3.large 2 no\u0000des \u202e27 pods',
    problems: [
      ['refused-character', '\u0000', ''],
      ['refused-character', '\u202e', ''],
    ],
    corrected: 't3.large 2 nodes 27 pods',
  },
  {
    line: 't3.large 27.5 pods warm-ip=many',
    problems: [
      ['not-a-number', '27.5 pods', null],
      ['not-a-number', 'warm-ip=many', null],
    ],
    corrected: null,
  },
  {
    line: 't3.large 2.0 nodes 1,000 pods max-pods=+30 warm-ip=~2',
    problems: [
      ['not-a-number', '2.0 nodes', '2 nodes'],
      ['not-a-number', '1,000 pods', '1000 pods'],
      ['not-a-number', 'max-pods=+30', 'max-pods=30'],
      ['not-a-number', 'warm-ip=~2', 'warm-ip=2'],
    ],
    corrected: 't3.large 2 nodes 1000 pods max-pods=30 warm-ip=2',
  },
  {
    line: 't3.large 1 000 pods + m5.large 1\u202f500 pods + c5.large 2k pods',
    problems: [
      ['not-a-number', '1 000 pods', '1000 pods'],
      ['not-a-number', '1\u202f500 pods', '1500 pods'],
      ['not-a-number', '2k pods', '2000 pods'],
    ],
    corrected: 't3.large 1000 pods + m5.large 1500 pods + c5.large 2000 pods',
  },
  {
    line: 't3.large 27',
    problems: [['number-without-unit', '27', '27 pods']],
    corrected: 't3.large 27 pods',
  },
  {
    line: 't3.large 27 pods 2',
    problems: [['number-without-unit', '2', '2 nodes']],
    corrected: 't3.large 27 pods 2 nodes',
  },
  {
    line: 't3.large 2 27',
    problems: [
      ['number-without-unit', '2', '2 nodes'],
      ['number-without-unit', '27', '27 pods'],
    ],
    corrected: 't3.large 2 nodes 27 pods',
  },
  {
    line: 'all: 27/node m5.large 2 + c5.large 3',
    problems: [
      ['number-without-unit', '2', '2 nodes'],
      ['number-without-unit', '3', '3 nodes'],
    ],
    corrected: 'all: 27/node m5.large 2 nodes + c5.large 3 nodes',
  },
  {
    line: 't3.large 27/node 2 nodes 3',
    problems: [['number-without-unit', '3', null]],
    corrected: null,
  },
  {
    line: 't3.large nodes=100001 pods=1000000000000000 warm-ip=20001',
    problems: [
      ['too-large', 'nodes=100001', null],
      ['too-large', 'pods=1000000000000000', null],
      ['too-large', 'warm-ip=20001', null],
    ],
    corrected: null,
  },
  {
    line: 't3.large 0 nodes max-pods=0',
    problems: [
      ['too-small', '0 nodes', null],
      ['too-small', 'max-pods=0', null],
    ],
    corrected: null,
  },
  {
    line: 't3.large nodes warm-ip= prefix',
    problems: [
      ['value-missing', 'nodes', null],
      ['value-missing', 'warm-ip=', null],
    ],
    corrected: null,
  },
  ...(
    [
      ['m5.large how many nodes for 90 pods', 'how many nodes', '4 nodes'],
      ['m5.large how many nodes for 27 pods', 'how many nodes', '1 node'],
      ['m5.large how many nodes for 28 pods', 'how many nodes', '2 nodes'],
      ['m5.large how many nodes for 90 pods max-pods=12', 'how many nodes', '9 nodes'],
      ['m5.large how many nodes for 90 pods daemonset=2', 'how many nodes', '4 nodes'],
      ['how many m5.large nodes for 90 pods', 'nodes', '4 nodes'],
      ['combien de nœuds pour 90 pods m5.large', 'combien de nœuds', '4 nœuds'],
    ] as const
  ).map(([line, asked, fewest]): Row => ({
    line,
    problems: [['nodes-asked', asked, fewest]],
    corrected: line.replace(asked, fewest),
  })),
  ...[
    'm5.large how many nodes',
    'm5.large how many nodes for 27 pods per node',
    'm5.large how many nodes for 90 pods prefix',
    'm5.large how many nodes for 90 pods daemonset=27',
    'how many nodes for 90 pods m5.large + c5.large 2 nodes',
  ].map((line): Row => ({
    line,
    problems: [['nodes-asked', 'how many nodes', null]],
    corrected: null,
  })),
  {
    line: 't3.large prefix=maybe',
    problems: [['not-a-switch', 'prefix=maybe', null]],
    corrected: null,
  },
  {
    line: 't3.large nodes=2 2 nodes subnet=24 pods=1e3 free=10.0.0.0/24',
    problems: [
      ['repeated', '2 nodes', ''],
      ['not-a-subnet', 'subnet=24', 'subnet=/24'],
      ['not-a-number', 'pods=1e3', 'pods=1000'],
      ['not-a-number', 'free=10.0.0.0/24', null],
    ],
    corrected: null,
  },
  {
    line: 't3.large nodes=2 3 nodes as a 27 pods 10/node as b cni=1.8 cni=1.9',
    problems: [
      ['repeated', '3 nodes', null],
      ['repeated', '10/node', null],
      ['repeated', 'as b', null],
      ['repeated', 'cni=1.9', null],
    ],
    corrected: null,
  },
  {
    line: '2x m5.large 20 pods and 3x c5.large 10 pods, t3.large',
    problems: [
      ['second-type', '3x c5.large', '+ 3x c5.large'],
      ['second-type', 't3.large', '+ t3.large'],
    ],
    corrected: '2x m5.large 20 pods and + 3x c5.large 10 pods, + t3.large',
  },
  { line: '2 nodes 27 pods', problems: [['type-missing', '', null]], corrected: null },
  {
    line: 'm5.lrge + 2 nodes + warm-ips=2',
    problems: [
      ['unknown-type', 'm5.lrge', 'm5.large'],
      ['type-missing', '', null],
      ['unknown-word', 'warm-ips', 'warm-ip'],
      ['type-missing', '', null],
    ],
    corrected: null,
  },
  {
    line: 't3.large attached=9 unmanaged=3',
    problems: [
      ['too-many-enis', 'attached=9', 'attached=3'],
      ['too-many-enis', 'unmanaged=3', 'unmanaged=2'],
    ],
    corrected: 't3.large attached=3 unmanaged=2',
  },
  {
    line: 'all: attached=9 m5.large + t3.nano + c5.large attached=2',
    problems: [['too-many-enis', 'attached=9', 'attached=2']],
    corrected: 'all: attached=2 m5.large + t3.nano + c5.large attached=2',
  },
  {
    line: `m5.large${' + m5.large'.repeat(20)}`,
    problems: [['too-many-groups', '+ m5.large', null]],
    corrected: null,
  },
  { line: 't3.large as', problems: [['name-missing', 'as', null]], corrected: null },
  { line: 't3.large as ""', problems: [['name-missing', 'as ""', null]], corrected: null },
  {
    line: 't3.large as prod blue eu 2 nodes',
    problems: [['name-in-parts', 'as prod blue eu', 'as "prod blue eu"']],
    corrected: 't3.large as "prod blue eu" 2 nodes',
  },
  {
    line: 'm5.large 2 nodes 20 pods as team a',
    problems: [['name-in-parts', 'as team a', 'as "team a"']],
    corrected: 'm5.large 2 nodes 20 pods as "team a"',
  },
  {
    line: 'm5.large nommé équipe a 2 nœuds',
    problems: [['name-in-parts', 'nommé équipe a', 'nommé "équipe a"']],
    corrected: 'm5.large nommé "équipe a" 2 nœuds',
  },
  {
    line: 'name #24 team a',
    problems: [['name-in-parts', 'team a', '"team a"']],
    corrected: 'name #24 "team a"',
  },
  {
    line: 'renommer #24 équipe a',
    problems: [['name-in-parts', 'équipe a', '"équipe a"']],
    corrected: 'renommer #24 "équipe a"',
  },
  {
    line: 'history last 5 mine',
    problems: [['unexpected', 'last 5', '']],
    corrected: 'history mine',
  },
  {
    line: `t3.large as ${'a'.repeat(61)}`,
    problems: [['name-too-long', `as ${'a'.repeat(61)}`, null]],
    corrected: null,
  },
  {
    line: 't3.large as “prod blue',
    problems: [['unclosed-quote', '“prod blue', '“prod blue"']],
    corrected: 't3.large as “prod blue"',
  },
  {
    line: "t3.large WARM_IP_TARGET='2",
    problems: [['unclosed-quote', "'2", "'2'"]],
    corrected: "t3.large WARM_IP_TARGET='2'",
  },
  {
    line: 'x'.repeat(LONGEST_LINE + 1),
    problems: [['line-too-long', '', null]],
    corrected: null,
  },
  {
    line: 't3.large subnet=10.0.0.1/24 free=lots',
    problems: [
      ['not-a-subnet', 'subnet=10.0.0.1/24', 'subnet=10.0.0.0/24'],
      ['not-a-number', 'free=lots', null],
    ],
    corrected: null,
  },
  {
    line: 't3.large subnet=10.0.0.0/30',
    problems: [['not-a-subnet', 'subnet=10.0.0.0/30', null]],
    corrected: null,
  },
  {
    line: 't3.large subnet=nope',
    problems: [['not-a-subnet', 'subnet=nope', null]],
    corrected: null,
  },
  { line: 't3.large 2 nodes free', problems: [['value-missing', 'free', null]], corrected: null },
  {
    line: 't3.large free=1 free=2',
    problems: [['repeated', 'free=2', null]],
    corrected: null,
  },
  {
    line: `t3.large subnet=${Array.from({ length: 51 }, () => '/24').join(',')}`,
    problems: [
      ['too-many-subnets', `subnet=${Array.from({ length: 51 }, () => '/24').join(',')}`, null],
    ],
    corrected: null,
  },
  {
    line: 't3.large subnet=10.0.0.0/24 subnet=10.0.0.0/24',
    problems: [['overlapping-subnets', 'subnet=10.0.0.0/24', null]],
    corrected: null,
  },
  {
    line: 't3.large subnet=10.0.1.0/24,/24 subnet=10.0.0.0/16',
    problems: [['overlapping-subnets', 'subnet=10.0.0.0/16', null]],
    corrected: null,
  },
  { line: 'show', problems: [['reference-missing', '', null]], corrected: null },
  { line: 'compare #41', problems: [['reference-missing', '', null]], corrected: null },
  {
    line: `compare ${'#42 '.repeat(11).trim()}`,
    problems: [['too-many-references', '#42 '.repeat(11).trim(), null]],
    corrected: null,
  },
  {
    line: 'compare m5.large # 42',
    problems: [
      ['not-a-reference', 'm5.large', null],
      ['not-a-reference', '# 42', '#42'],
    ],
    corrected: null,
  },
  {
    line: 'help histroy',
    problems: [['unknown-topic', 'histroy', 'history']],
    corrected: 'help history',
  },
  { line: 'pin #42 now', problems: [['unexpected', 'now', '']], corrected: 'pin #42' },
  {
    line: 'settings language=de figur=held',
    problems: [
      ['wrong-value', 'language=de', null],
      ['unknown-word', 'figur', 'figure'],
    ],
    corrected: null,
  },
  {
    line: 'history 2026-02-30 by ada',
    problems: [
      ['not-a-date', '2026-02-30', null],
      ['author-missing', 'by ada', 'by @ada'],
    ],
    corrected: null,
  },
  {
    line: 't3.large without m5.large',
    problems: [['no-such-group', 'without m5.large', null]],
    corrected: null,
  },
  {
    line: 'histroy mine',
    problems: [['unknown-word', 'histroy', 'history']],
    corrected: 'history mine',
  },
  { line: 't3.large cni=2.0', problems: [['unknown-version', 'cni=2.0', null]], corrected: null },
]

test.each(TABLE)('$line', ({ line, problems, corrected }) => {
  const found = problemsOf(line)
  expect(found.map(({ code, text, suggestion }) => [code, text, suggestion])).toEqual(problems)
  for (const { at, length, text } of found) expect(line.slice(at, at + length)).toBe(text)
  expect(correctedLine(line, found)).toBe(corrected)
})

test('a missing type is missed where its group ends', () => {
  const places = problemsOf('2 nodes + m5.large + 3 pods').map(({ at, length }) => [at, length])
  expect(places).toEqual([
    [8, 0],
    [27, 0],
  ])
})

test('problems come in the order of the line', () => {
  const places = problemsOf('2 noodes 3 foo=1 t3.large 5 prefx=1 nodes=0').map(({ at }) => at)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('a line that would be empty is no correction', () => {
  expect(correctedLine('\u0000', problemsOf('\u0000'))).toBeNull()
})

describe('the sentence for each problem', () => {
  const CODES: Readonly<Record<ProblemCode, true>> = {
    'unknown-word': true,
    'unknown-type': true,
    'refused-character': true,
    'not-a-number': true,
    'number-without-unit': true,
    'too-large': true,
    'too-small': true,
    'value-missing': true,
    'nodes-asked': true,
    'not-a-switch': true,
    repeated: true,
    'second-type': true,
    'type-missing': true,
    'too-many-groups': true,
    'too-many-enis': true,
    'name-missing': true,
    'name-in-parts': true,
    'name-too-long': true,
    'unclosed-quote': true,
    'line-too-long': true,
    'unknown-version': true,
    'not-a-subnet': true,
    'too-many-subnets': true,
    'overlapping-subnets': true,
    'reference-missing': true,
    'too-many-references': true,
    'not-a-reference': true,
    'unknown-name': true,
    'unknown-run': true,
    'deleted-run': true,
    'unreadable-run': true,
    'no-run-yet': true,
    'no-conversation': true,
    'unknown-topic': true,
    unexpected: true,
    'wrong-value': true,
    'not-a-date': true,
    'author-missing': true,
    'which-group': true,
    'no-such-group': true,
    'last-group': true,
    'kept-too-large': true,
  }
  const place = { at: 5, length: 3, text: '#42', suggestion: null }
  /** Those that only an earlier run can cause. */
  const later: readonly Problem[] = [
    unknownName({ kind: 'name', name: 'prod-bleu', at: 5, length: 9 }, ['prod-blue', 'test']),
    unknownName({ kind: 'name', name: 'QA', at: 5, length: 2 }, ['qa', 'prod']),
    unknownName({ kind: 'name', name: 'e\u0301quipe', at: 5, length: 7 }, ['Équipe']),
    unknownName({ kind: 'name', name: 'elephant', at: 5, length: 8 }, ['prod-blue']),
    { ...place, code: 'unknown-run' },
    { ...place, code: 'deleted-run', number: 42 },
    { ...place, code: 'unreadable-run', number: 42 },
    { ...place, code: 'no-run-yet' },
    { ...place, code: 'no-conversation' },
    { ...place, text: '4 nodes', code: 'which-group', types: ['m5.large', 'c5.large'] },
    { ...place, text: '4 nodes', code: 'which-group', types: ['m5.large'] },
    { ...place, text: 't3.large', code: 'no-such-group', types: ['m5.large', 'c5.large'] },
    { ...place, text: 'without m5.large', code: 'last-group' },
    {
      ...place,
      code: 'kept-too-large',
      word: 'attached',
      value: 4,
      type: 't3.nano',
      most: 2,
      suggestion: 't3.nano attached=2',
    },
  ]
  const all = [...TABLE.flatMap(({ line }) => problemsOf(line)), ...later]

  test.each(Object.keys(CODES))('%s', (code) => {
    const found = all.filter((problem) => problem.code === code)
    expect(found).not.toEqual([])
    for (const inWords of [problemText, inFrench]) {
      expect([...new Set(found.map((one) => inWords(one)))].join('\n')).toMatchSnapshot()
    }
  })

  test('repeats typed text in one line of code that nothing in it can end', () => {
    const [problem] = problemsOf(`t3.large "a\`b\n${'c'.repeat(100)}"`)
    expect(problem && problemText(problem)).toBe(`I do not know \`"ab ${'c'.repeat(36)}…\`.`)
  })
})

function problemsOf(line: string): readonly Problem[] {
  const result = parse(line)
  return result.ok ? [] : result.problems
}

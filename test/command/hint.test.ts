import { describe, expect, test } from 'vitest'
import type { Hint } from '../../src/command/hint.ts'
import { parse } from '../../src/command/parse.ts'
import { hintText as english } from '../../src/words/en/hints.ts'
import { hintText as french } from '../../src/words/fr/hints.ts'

const TABLE: Readonly<Record<Hint['code'], readonly (readonly [line: string, isOdd: boolean])[]>> =
  {
    'fewer-pods-than-nodes': [
      ['t3.large 30 nodes 27 pods', true],
      ['t3.large 30 nodes 29 pods', true],
      ['t3.large 30 nodes 30 pods', false],
      ['t3.large 30 nodes 0 pods', false],
      ['t3.large 30 nodes 1/node', false],
      ['t3.large 30 nodes', false],
    ],
    'per-node-of-one-node': [
      ['t3.large 27/node', true],
      ['t3.large 27/node 1 node', true],
      ['t3.large 27/node 2 nodes', false],
      ['t3.large 0/node', false],
      ['t3.large 27 pods', false],
    ],
    'warm-ip-zero': [
      ['t3.large warm-ip=0', true],
      ['t3.large no warm-ip', true],
      ['warm-ip=0 t3.large + m5.large', true],
      ['t3.large warm-ip=1', false],
      ['t3.large warm-ip=default', false],
      ['t3.large', false],
    ],
    'warm-eni-replaced': [
      ['t3.large warm-eni=2 warm-ip=2', true],
      ['t3.large warm-eni=1 warm-ip=2', true],
      ['t3.large warm-eni=2 min-ip=9', true],
      ['t3.large warm-eni=2', false],
      ['t3.large warm-ip=2', false],
      ['t3.large warm-eni=2 warm-ip=0', false],
    ],
    'min-ip-alone': [
      ['t3.large 9 pods min-ip=5', true],
      ['t3.large 2 nodes 11 pods min-ip=5', true],
      ['t3.large 4 pods daemonset=2 min-ip=5', true],
      ['t3.large 2 nodes 6/node min-ip=5', true],
      ['t3.large 2 nodes 10 pods min-ip=5', false],
      ['t3.large 9 pods min-ip=5 warm-ip=1', false],
      ['t3.large 9 pods', false],
    ],
    'warm-prefix-without-prefix': [
      ['t3.large warm-prefix=2', true],
      ['t3.large warm-prefix=1', true],
      ['t3.large warm-prefix=2 prefix', false],
      ['t3.large', false],
    ],
    'prefix-on-xen': [
      ['t2.large prefix', true],
      ['m4.large prefix', true],
      ['t3.large prefix', false],
      ['m5.metal prefix', false],
      ['t2.large', false],
    ],
    'prefix-before-1.9': [
      ['t3.large prefix cni=1.8', true],
      ['t3.large prefix cni=1.9', false],
      ['t3.large prefix', false],
      ['t3.large cni=1.8', false],
    ],
    'whole-enis-before-1.9': [
      ['t3.large warm-ip=2 cni=1.8', true],
      ['t3.large min-ip=2 cni=1.8.4', true],
      ['t3.large warm-ip=2 cni=1.10', false],
      ['t3.large warm-ip=2', false],
      ['t3.large cni=1.8', false],
    ],
    'no-trunk': [
      ['t3.large sg-pods=2', true],
      ['t3.large sg-pods=2 pod-eni', true],
      ['m5.large sg-pods=2', false],
      ['t3.large sg-pods=0', false],
    ],
    'passed-over': [
      ['t3.large AWS_VPC_ENI_MTU=9001', true],
      ['t3.large CLUSTER_NAME=prod VPC_ID=vpc-1', true],
      ['t3.large WARM_IP_TARGET=2', false],
    ],
    'sg-pods-without-pod-eni': [
      ['m5.large sg-pods=2', true],
      ['m5.large sg-pods=2 pod-eni', false],
      ['t3.large sg-pods=2', false],
      ['m5.large', false],
    ],
  }

describe.each(Object.entries(TABLE))('%s', (code, rows) => {
  test.each(rows)('%s: %s', (line, isOdd) => {
    const codes = hintsOf(line).map((hint) => hint.code)
    expect(codes.filter((one) => one === code)).toEqual(isOdd ? [code] : [])
  })

  test('in words', () => {
    const texts = rows.flatMap(([line]) =>
      hintsOf(line)
        .filter((hint) => hint.code === code)
        .map((hint) => [english(hint), french(hint)]),
    )
    expect(texts[0]).toMatchSnapshot()
  })
})

test('nothing is odd about the worked examples', () => {
  for (const line of [
    't3.2xlarge 2 nodes',
    't3.2xlarge 1 node 27 pods warm-ip=2',
    't3.2xlarge 2 nodes 27 pods/node warm-ip=2',
    'm5.large 3 nodes 20 pods + c5.xlarge 2 nodes 10 pods prefix',
  ]) {
    expect(hintsOf(line)).toEqual([])
  }
})

function hintsOf(line: string): readonly Hint[] {
  const parsed = parse(line)
  if (!parsed.ok || parsed.value.kind !== 'ask') throw new Error(`${line} is no question`)
  return parsed.value.hints
}

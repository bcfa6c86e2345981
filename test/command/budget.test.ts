import { expect, test } from 'vitest'
import { formatCommand } from '../../src/command/format-command.ts'
import { parse } from '../../src/command/parse.ts'
import { NEWEST_CNI } from '../../src/scenario/scenario.ts'

const options = { follows: false, cni: NEWEST_CNI }

test.each([
  ['budget', 'budget'],
  ['budget 500', 'budget 500'],
  ['budget=500 addresses', 'budget 500'],
  ['quota of 1024 ips', 'budget 1024'],
  ['budget /24', 'budget /24'],
  ['budget 10.0.0.0/22', 'budget 10.0.0.0/22'],
  ['budget subnet=10.0.0.0/22, /24', 'budget 10.0.0.0/22,/24'],
  ['budget off', 'budget off'],
  ['budget 0', 'budget off'],
  ['budget subnet=default', 'budget off'],
  ['budget none', 'budget off'],
  ['budget=none', 'budget off'],
  ['budget aucun', 'budget off'],
  ['budget aucune', 'budget off'],
  ['t3.2xlarge prefix=none', 't3.2xlarge'],
  ['chart #42', 'chart #42'],
  ['graphique t3.2xlarge warm-ip=2', 'chart t3.2xlarge warm-ip=2'],
  ['apply #42 warm-ip=3', 'apply #42 warm-ip=3'],
  ['terraform prod-blue', 'apply "prod-blue"'],
])('%s is read as %s', (line, canonical) => {
  const parsed = parse(line, options)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  expect(formatCommand(parsed.value)).toBe(canonical)
  expect(parse(canonical, options).ok).toBe(true)
})

test.each([
  ['budget lots', 'wrong-value', 'lots', null],
  ['budget 99999999', 'too-large', '99999999', null],
  ['budget /29', 'not-a-subnet', '/29', null],
  ['budget 10.0.0.1/22', 'not-a-subnet', '10.0.0.1/22', 'subnet=10.0.0.0/22'],
  ['budget 10.0.0.0/16 10.0.1.0/24', 'overlapping-subnets', '10.0.0.0/16 10.0.1.0/24', null],
  ['budget 500 600', 'unexpected', '600', null],
])('%s: %s at %s', (line, code, text, suggestion) => {
  const parsed = parse(line, options)
  const [problem, ...others] = parsed.ok ? [] : parsed.problems
  expect(others).toEqual([])
  expect(problem).toMatchObject({ code, text, suggestion })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChange } from '../../src/command/change.ts'
import { parse } from '../../src/command/parse.ts'
import { changeLine, fieldOf, formLine, formValues, type FormValues } from '../../src/reply/form.ts'
import { NEWEST_CNI, type Scenario } from '../../src/scenario/scenario.ts'
import { anyScenario } from '../diff/scenarios.ts'

const options = { follows: false, cni: NEWEST_CNI }

test.each<[FormValues, string]>([
  [{ type: 't3.2xlarge' }, 't3.2xlarge'],
  [
    { type: 't3.2xlarge', nodes: '2', pods: '27', per: 'group', 'warm-ip': '2' },
    't3.2xlarge nodes=2 pods=27 warm-ip=2',
  ],
  [{ type: 'm5.large', pods: '9', per: 'node', prefix: 'on' }, 'm5.large pods/node=9 prefix'],
  [
    { type: 'm5.large', subnet: '10.0.0.0/22, /24', free: '40', cni: '1.18', name: 'prod blue' },
    'm5.large subnet=10.0.0.0/22,/24 free=40 cni=1.18 as "prod blue"',
  ],
])('a form that holds %o asks %s', (values, line) => {
  expect(formLine(values).line).toBe(line)
  expect(parse(line, options)).toMatchObject({ ok: true })
})

describe('a form filled with a run', () => {
  test('asks nothing new while nothing is changed', () => {
    const filled = formValues(scenarioOf('t3.2xlarge 2 nodes 27 pods warm-ip=2 free=9'), null)
    expect(changeLine(42, filled, filled).line).toBe('what-if #42')
  })

  test('asks for the change alone, and takes back what was emptied', () => {
    const filled = formValues(scenarioOf('t3.2xlarge 2 nodes 27 pods warm-ip=2 prefix'), null)
    const { 'warm-ip': _gone, ...rest } = filled
    const values = { ...rest, nodes: '3', per: 'node', prefix: '', type: 'm5.large' }
    expect(changeLine(42, values, filled).line).toBe(
      'what-if #42 m5.large nodes=3 pods/node=27 warm-ip=default prefix=off',
    )
  })

  test('makes of any run any other one with as many subnets', () => {
    fc.assert(
      fc.property(anyScenario, anyScenario, (from, to) => {
        const [before, after] = [asForm(from), asForm(to)]
        const filled = formValues(before, null)
        const { line } = changeLine(42, { ...formValues(after, null), cni: after.cni }, filled)
        const parsed = parse(line, options)
        if (!parsed.ok) throw new Error(`${line}: ${JSON.stringify(parsed.problems)}`)
        if (parsed.value.kind !== 'ask' || parsed.value.question.kind !== 'change')
          throw new Error()
        const changed = applyChange(before, parsed.value.question.change)
        if (!changed.ok) return
        expect(formValues(changed.value.scenario, null)).toEqual(formValues(after, null))
      }),
      { numRuns: 200 },
    )
  })
})

test.each([
  [{ type: 'm5.lrge', nodes: '2' }, 'type'],
  [{ nodes: '2' }, 'type'],
  [{ type: 'm5.large', nodes: '0' }, 'nodes'],
  [{ type: 'm5.large', 'warm-ip': '99999999' }, 'warm-ip'],
  [{ type: 'm5.large', subnet: '10.0.0.0/99' }, 'subnet'],
  [{ type: 'm5.large', cni: 'new' }, 'cni'],
  [{ type: 'm5.large', name: 'n'.repeat(200) }, 'name'],
  [{ type: 't3.small', attached: '60' }, 'attached'],
] as const)('a mistake in %o is told at %s', (values, field) => {
  const made = formLine(values)
  const parsed = parse(made.line, options)
  const problems = parsed.ok ? [] : parsed.problems
  expect(problems.map((problem) => fieldOf(problem, made))).toEqual([field])
})

/** Known types in one group and no counts that a line cannot say. */
function asForm(scenario: Scenario): Scenario {
  const [group] = scenario.groups
  if (!group) throw new Error('a scenario has a group')
  const limits = group.instanceType === null ? scenarioOf('m5.large').groups[0] : group
  return {
    ...scenario,
    space: null,
    groups: [
      {
        ...group,
        instanceType: limits?.instanceType ?? null,
        limits: limits?.limits ?? group.limits,
      },
    ],
  }
}

function scenarioOf(line: string): Scenario {
  const parsed = parse(line, options)
  if (!parsed.ok || parsed.value.kind !== 'ask' || parsed.value.question.kind !== 'scenario') {
    throw new Error(`${line} is no scenario`)
  }
  return parsed.value.question.scenario
}

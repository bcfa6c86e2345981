import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { application } from '../../src/planner/apply.ts'
import { applyForms } from '../../src/reply/apply-forms.ts'
import { DEFAULT_SETTINGS, SETTING_NAMES, settingValue } from '../../src/scenario/settings.ts'
import { scenarioOfLine } from '../reply/scenario-of-line.ts'
import { anyScenario } from '../diff/scenarios.ts'

const of = (line: string) => scenarioOfLine(line).scenario

test('what differs from the defaults is applied, and the way back is the defaults', () => {
  expect(application(of('t3.2xlarge 2 nodes warm-ip=2'), null)).toEqual({
    steps: [{ name: 'WARM_IP_TARGET', to: 2, back: null }],
    conflicts: [],
    isBackToEarlier: false,
  })
})

test('the way back is what an earlier scenario had, where it had something else', () => {
  const made = application(of('m5.large warm-ip=2 min-ip=10'), of('m5.large warm-eni=2'))
  expect(made).toEqual({
    steps: [
      { name: 'WARM_ENI_TARGET', to: 1, back: 2 },
      { name: 'WARM_IP_TARGET', to: 2, back: null },
      { name: 'MINIMUM_IP_TARGET', to: 10, back: null },
    ],
    conflicts: [],
    isBackToEarlier: true,
  })
  expect(application(of('m5.large warm-ip=2'), of('m5.large 9 nodes warm-ip=2'))).toMatchObject({
    steps: [{ name: 'WARM_IP_TARGET', to: 2, back: null }],
    isBackToEarlier: false,
  })
})

test('settings that node groups do not agree on are a conflict, and are not applied', () => {
  expect(application(of('m5.large warm-ip=2 prefix + c5.large prefix'), null)).toEqual({
    steps: [{ name: 'ENABLE_PREFIX_DELEGATION', to: true, back: false }],
    conflicts: [
      {
        name: 'WARM_IP_TARGET',
        values: [
          { type: 'm5.large', value: 2 },
          { type: 'c5.large', value: null },
        ],
      },
    ],
    isBackToEarlier: false,
  })
})

test('a setting is a step or a conflict, or what it is by default', () => {
  fc.assert(
    fc.property(anyScenario, anyScenario, ({ groups, ...scenario }, earlier) => {
      const { steps, conflicts } = application({ ...scenario, groups }, earlier)
      for (const name of SETTING_NAMES.filter((one) => one !== 'ENABLE_IPv6')) {
        const asked = new Set(groups.map(({ settings }) => settings[name]))
        const step = steps.find((one) => one.name === name)
        expect(conflicts.some((one) => one.name === name)).toBe(asked.size > 1)
        const [value] = asked.size > 1 ? [undefined] : groups
        const expected = value && settingValue(name, value.settings)
        const untouched = value ? settingValue(name, DEFAULT_SETTINGS) : undefined
        expect(step ? step.to : untouched).toBe(expected)
      }
    }),
    { numRuns: 200 },
  )
})

test('every tool gets it in its own form, with the way back', () => {
  const { steps } = application(of('t3.2xlarge warm-ip=2 prefix'), of('t3.2xlarge warm-eni=3'))
  expect(applyForms(steps)).toMatchSnapshot()
})

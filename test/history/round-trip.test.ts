import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { allocate } from '../../src/allocation/allocate.ts'
import type { Plan } from '../../src/allocation/plan.ts'
import { decodeRun } from '../../src/history/codec.ts'
import type { RunRow } from '../../src/history/run-row.ts'
import { isStorable } from '../../src/history/storable.ts'
import { encodePlan, PLAN_VERSION, PlanJson } from '../../src/history/stored-plan.ts'
import { encodeScenario, ScenarioJson } from '../../src/history/stored-scenario.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { Scenario } from '../../src/scenario/scenario.ts'
import { SCENARIO_LIMITS } from '../../src/scenario/limits.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, newRun, NO_KEY, scenarioOf } from './runs.ts'

const { prisma, pool } = await freshDatabase()
const history = prismaHistory(prisma, pool, (error) => {
  throw error
})

/** Any text that Postgres takes. */
const text = fc.string({ unit: 'binary', maxLength: 30 }).filter(isStorable)
const upTo = (limit: number) =>
  fc.oneof(fc.nat({ max: Math.min(limit, 60) }), fc.nat({ max: limit }))

const group = fc
  .record({
    instanceType: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 })),
    enis: fc.integer({ min: 1, max: 8 }),
    ipv4PerEni: fc.integer({ min: 2, max: 50 }),
    nodes: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(SCENARIO_LIMITS.nodes)),
    pods: fc.oneof(fc.nat({ max: 300 }), fc.constant(SCENARIO_LIMITS.pods)),
    warmIp: upTo(SCENARIO_LIMITS.target),
    prefix: fc.boolean(),
    attachedEnis: fc.option(fc.integer({ min: 1, max: 8 })),
    podsSequence: fc.array(fc.nat({ max: 100 }), { maxLength: 3 }),
  })
  .map(({ enis, ipv4PerEni, pods, warmIp, prefix, ...rest }) => {
    const [plain] = scenarioOf('m5.large').groups
    if (!plain) throw new Error('a scenario without a group')
    const settings = { ...plain.settings, WARM_IP_TARGET: warmIp, ENABLE_PREFIX_DELEGATION: prefix }
    const limits = { ...plain.limits, enis, ipv4PerEni }
    return {
      ...plain,
      ...rest,
      limits,
      settings,
      pods: { count: pods, per: 'group', stated: true },
    }
  })

const scenarios = fc
  .record({
    groups: fc.array(group, { minLength: 1, maxLength: 3 }),
    space: fc.option(
      fc.record({
        subnets: fc.constantFrom([], ['10.0.0.0/24'], ['/20', '/28']),
        free: fc.option(fc.nat({ max: SCENARIO_LIMITS.freeAddresses })),
        freePrefixes: fc.option(fc.nat({ max: 1_000 })),
      }),
    ),
  })
  .map((parts) => Scenario.safeParse({ v: 1, cni: '1.23', ...parts }))
  .filter((parsed) => parsed.success)
  .map(({ data }) => data)
  .filter(({ groups }) => groups.every(({ instanceType }) => isStorable(instanceType)))

test('what is read equals what was written', async () => {
  await fc.assert(
    fc.asyncProperty(
      scenarios,
      fc.record({ line: text, name: fc.option(text), authorName: fc.option(text), key: text }),
      async (scenario, { line, name, authorName, key }) => {
        const plan = allocate(scenario)
        const asker = { ...ADA, authorName }
        const request = { ...NO_KEY, key: `${key}${performance.now()}` }
        const askedAt = new Date(1_700_000_000_000 + Math.floor(performance.now()) * 60_000)
        const { run } = await history.keep(
          newRun(scenario, { plan, line, name, asker, request, askedAt }),
        )
        const found = await history.find(ADA, { kind: 'number', number: run.number ?? 0 })
        expect(found).toEqual({ kind: 'run', run: { ...run, plan: figuresOf(plan) } })
        expect(found).toMatchObject({ run: { line, name, scenario, authorName } })
      },
    ),
    { numRuns: process.env['CASES'] === undefined ? 150 : 5_000 },
  )
}, 600_000)

/** A plan as it is read: without its reasons. */
function figuresOf(plan: Plan) {
  return { ...plan, groups: plan.groups.map(({ reasons: _reasons, ...figures }) => figures) }
}

test('a stored plan has every figure of the plan, and a stored scenario every input', () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const plan = allocate(scenario)
      expect(PlanJson.parse(asStored(encodePlan(plan)))).toEqual(figuresOf(plan))
      expect(ScenarioJson.parse(asStored(encodeScenario(scenario)))).toEqual(scenario)
    }),
    { numRuns: 500 },
  )
})

function asStored(json: object): unknown {
  return JSON.parse(JSON.stringify(json))
}

test('what is usual is not stored', () => {
  const { scenario, plan } = newRun(scenarioOf('m5.large', { nodes: 3 }))
  expect(encodeScenario(scenario)).toMatchInlineSnapshot(`
    {
      "cni": "1.23",
      "groups": [
        {
          "instanceType": "m5.large",
          "limits": {
            "branchEnis": 9,
            "cards": [
              3,
            ],
            "enis": 3,
            "ipv4PerEni": 10,
            "vcpus": 2,
          },
          "nodes": 3,
          "pods": {
            "count": 1,
            "per": "node",
            "stated": false,
          },
          "settings": {},
        },
      ],
      "v": 1,
    }
  `)
  expect(encodePlan(plan)).toMatchInlineSnapshot(`
    {
      "groups": [
        {
          "maxPods": 29,
          "next": {
            "down": {
              "enis": -1,
              "held": -10,
              "pods": 0,
              "reserved": -10,
            },
            "up": {
              "enis": 1,
              "held": 10,
              "pods": 10,
              "reserved": 10,
            },
          },
          "nodes": [
            {
              "count": 3,
              "enis": 2,
              "held": 20,
              "perEni": [
                9,
                9,
              ],
              "pods": 1,
              "primaries": 2,
              "reserved": 20,
              "secondary": 18,
              "usable": 18,
              "used": 1,
              "warm": 17,
            },
          ],
        },
      ],
      "held": 60,
      "reserved": 60,
      "v": 3,
    }
  `)
})

describe('the codec', () => {
  const scenario = scenarioOf('m5.large')
  const plan = allocate(scenario)
  const row: RunRow = {
    workspace_id: 'T1',
    number: 42,
    name: null,
    line: 'm5.large',
    scenario: encodeScenario(scenario),
    plan: encodePlan(plan),
    engine: 1,
    parent: null,
    channel: 'C1',
    thread: null,
    is_private: false,
    is_pinned: false,
    author: 'U1',
    author_name: null,
    created_at: new Date(0),
  }

  test.each([
    ['of version 1, which had no number and held the reasons', plan],
    ['of version 2, which left nothing out', { v: 2, ...figuresOf(plan) }],
  ])('reads a plan %s, and a scenario with all its parts', (_, before) => {
    expect(decodeRun({ ...row, scenario, plan: asStored(before) })).toEqual(decodeRun(row))
  })

  const broken = (change: object) => ({ ...encodePlan(plan), ...change })

  test.each<[string, Partial<RunRow>, RegExp]>([
    ['a newer plan', { plan: broken({ v: 99 }) }, /made by a newer eksip.*→ at v/s],
    ['a plan with a figure that is none', { plan: broken({ held: '60' }) }, /→ at held/],
    ['a plan without a figure', { plan: broken({ reserved: undefined }) }, /→ at reserved/],
    ['half an address', { plan: broken({ used: 1.5 }) }, /→ at used/],
    ['a plan without groups', { plan: broken({ groups: null }) }, /→ at groups/],
    ['a newer scenario', { scenario: { ...scenario, v: 2 } }, /→ at v/],
    ['no scenario', { scenario: null }, /object/],
    ['a list for a plan', { plan: [] }, /object/],
  ])('names the row that has %s', (_, change, reason) => {
    const read = () => decodeRun({ ...row, ...change })
    expect(read).toThrow(/^scenario #42 of workspace T1 cannot be read: /)
    expect(read).toThrow(reason)
  })

  test.each([
    ['a\0b', false],
    ['\ud800', false],
    ['\udc00\ud800', false],
    ['😀 é ﷽', true],
    [{ a: [{ 'b\0': 1 }] }, false],
    [{ a: ['\udfff'] }, false],
    [[null, 1, true, new Date(), undefined], true],
  ])('%j: can be stored: %s', (value, expected) => {
    expect(isStorable(value)).toBe(expected)
  })
})

test('every figure of a stored plan is checked', () => {
  const scenario = {
    ...scenarioOf('m5.large', { podsSequence: [1] }),
    space: { subnets: ['/28'], free: 3, freePrefixes: 1 },
  }
  const stored = { v: PLAN_VERSION, ...figuresOf(allocate(scenario)) }
  const paths = leaves(stored)
  expect(paths.length).toBeGreaterThan(50)
  for (const path of paths) {
    const spoilt = replaced(stored, path, 'spoilt')
    const row = { workspace_id: 'T', number: 1, scenario, plan: spoilt }
    const rest = { name: null, line: '', engine: 1, parent: null, channel: '', thread: null }
    const who = {
      is_private: false,
      is_pinned: false,
      author: '',
      author_name: null,
      created_at: new Date(),
    }
    const read = () => decodeRun({ ...row, ...rest, ...who })
    expect(read).toThrow(`→ at ${path[0]}`)
  }
})

const Parts = z.record(z.string(), z.unknown())

/** The path of every value that has no parts. */
function leaves(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : null
  return entries ? entries.flatMap(([name, part]) => leaves(part, [...path, name])) : [path]
}

function replaced(value: unknown, [first, ...rest]: readonly string[], by: unknown): unknown {
  if (first === undefined) return by
  if (Array.isArray(value)) {
    return value.map((part: unknown, index) =>
      String(index) === first ? replaced(part, rest, by) : part,
    )
  }
  const parts = Parts.parse(value)
  return { ...parts, [first]: replaced(parts[first], rest, by) }
}

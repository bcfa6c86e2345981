import { allocateGroup } from '../src/allocation/group.ts'
import { INSTANCE_TYPES } from '../src/instance/types.generated.ts'
import { nodeGroup } from '../src/scenario/group.ts'
import { NEWEST_CNI, type NodeGroup } from '../src/scenario/scenario.ts'
import type { Settings } from '../src/scenario/settings.ts'

const WARM_UP_ROUNDS = 3
const ROUNDS = 9
const SETTINGS_PER_TYPE = 200

/** One line of the table: how many plans, and how long one round of them took, in milliseconds of CPU. */
interface Row {
  readonly what: string
  readonly plans: number
  readonly milliseconds: readonly number[]
}

main()

function main(): void {
  const rows = [
    measure('1 node, WARM_ENI_TARGET', singleNodes({ WARM_ENI_TARGET: 1 })),
    measure('1 node, WARM_IP_TARGET', singleNodes({ WARM_IP_TARGET: 2, MINIMUM_IP_TARGET: 10 })),
    measure('1 node, prefixes', singleNodes({ ENABLE_PREFIX_DELEGATION: true })),
    measure('2 nodes, 2,000 times', sameGroups(2)),
    measure('10,000 nodes, 2,000 times', sameGroups(10_000)),
    measure('all types x 200 settings', allTypes()),
  ]
  process.stdout.write(table(rows))
}

/** The CPU time of `ROUNDS` rounds, after some that warm the compiler up. */
function measure(what: string, groups: readonly NodeGroup[]): Row {
  for (let round = 0; round < WARM_UP_ROUNDS; round++) run(groups)
  const milliseconds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    run(groups)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  return { what, plans: groups.length, milliseconds: milliseconds.toSorted((a, b) => a - b) }
}

/** Plans every group; the sum keeps the compiler from leaving the work out. */
function run(groups: readonly NodeGroup[]): number {
  let reserved = 0
  for (const group of groups) reserved += allocateGroup(group, NEWEST_CNI, null).reserved
  return reserved
}

/** Single nodes of m5.large, from 1 pod to 27, each of them 3,703 times. */
function singleNodes(settings: Partial<Settings>): readonly NodeGroup[] {
  const groups = Array.from({ length: 27 }, (_, index) =>
    groupOf('m5.large', 1, index + 1, settings),
  )
  return Array.from({ length: 3_703 }, () => groups).flat()
}

function sameGroups(nodes: number): readonly NodeGroup[] {
  return Array.from({ length: 2_000 }, () => groupOf('m5.4xlarge', nodes, nodes * 20 + 1, {}))
}

function allTypes(): readonly NodeGroup[] {
  return [...INSTANCE_TYPES.keys()].flatMap((type) =>
    Array.from({ length: SETTINGS_PER_TYPE }, (_, index) =>
      groupOf(type, 1, index % 50, {
        WARM_ENI_TARGET: index % 3,
        WARM_IP_TARGET: index % 5,
        ENABLE_PREFIX_DELEGATION: index % 2 === 1,
      }),
    ),
  )
}

function groupOf(
  type: string,
  nodes: number,
  pods: number,
  settings: Partial<Settings>,
): NodeGroup {
  const limits = INSTANCE_TYPES.get(type)
  if (limits === undefined) throw new Error(`unknown instance type ${type}`)
  const group = nodeGroup(type, limits)
  return {
    ...group,
    nodes,
    pods: { count: pods, per: 'group', stated: true },
    settings: { ...group.settings, ...settings },
  }
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ what, plans, milliseconds }) => {
    const median = at(milliseconds, 0.5)
    const spread = `${at(milliseconds, 0).toFixed(0)}–${at(milliseconds, 1).toFixed(0)}`
    const perSecond = Math.round(plans / (median / 1_000))
    return `| ${what} | ${count(plans)} | ${median.toFixed(0)} | ${spread} | ${count(perSecond)} |`
  })
  return [
    '| what | plans | median ms CPU | spread | plans/s/core |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
  ].join('\n')
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.round(part * (sorted.length - 1))] ?? 0
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}

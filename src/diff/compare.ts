import { maxOf } from '../allocation/amount.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { diff, type Answered, type Diff } from './diff.ts'
import { deltasBetween, isNothing, type Figures } from './figures.ts'
import type { Planner } from './planner.ts'

/** Two runs or more, side by side. */
export interface Comparison {
  /** One for each run, in the order in which they were given. */
  readonly runs: readonly ComparedRun[]
  /** The smallest figures of today, of any run. */
  readonly smallest: Smallest
  /** What changed from the first run to each of the others, in their order. */
  readonly diffs: readonly Diff[]
}

export interface Smallest {
  readonly reserved: number
  readonly held: number
}

export interface ComparedRun {
  /** Pods of all groups that need an address, daemonset pods included. */
  readonly pods: number
  /** The answer by today's rules: only figures by the same rules can be compared. */
  readonly today: Figures
  /** The stored answer, where today's rules give another one; else `null`. */
  readonly stored: Figures | null
  /** Whether today's figure is the smallest, alone or with others; never where all runs have the same. */
  readonly isSmallest: { readonly reserved: boolean; readonly held: boolean }
}

/** Compares answers by today's rules, and says where a stored answer was another one. */
export function compareMany(runs: readonly Answered[], planOf: Planner): Comparison {
  const answers = runs.map((run) => ({ run, today: planOf(run.scenario) }))
  const smallest = {
    reserved: Math.min(...answers.map(({ today }) => today.reserved)),
    held: Math.min(...answers.map(({ today }) => maxOf(today.held))),
  }
  const [first, ...others] = runs
  const isVaried = {
    reserved: answers.some(({ today }) => today.reserved !== smallest.reserved),
    held: answers.some(({ today }) => maxOf(today.held) !== smallest.held),
  }
  return {
    runs: answers.map(({ run, today }) => ({
      ...comparedRun(run, today),
      isSmallest: {
        reserved: isVaried.reserved && today.reserved === smallest.reserved,
        held: isVaried.held && maxOf(today.held) === smallest.held,
      },
    })),
    smallest,
    diffs: first ? others.map((other) => diff(first, other, planOf)) : [],
  }
}

function comparedRun({ scenario, plan }: Answered, today: Figures) {
  return {
    pods: podsOf(scenario),
    today,
    stored: isNothing(deltasBetween(plan, today)) ? null : plan,
  }
}

function podsOf({ groups }: Scenario): number {
  return groups.reduce(
    (sum, { nodes, pods, daemonsetPods }) =>
      sum + (pods.per === 'node' ? pods.count * nodes : pods.count) + daemonsetPods * nodes,
    0,
  )
}

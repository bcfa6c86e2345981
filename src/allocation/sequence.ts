import type { NodeGroup } from '../scenario/scenario.ts'
import { addAmounts, maxOf, minOf, timesAmount } from './amount.ts'
import { isInert, type Capacity } from './capacity.ts'
import { growthStep } from './growth-step.ts'
import { nodeLoad, planNode } from './node.ts'
import type { Amount, SequenceStep } from './plan.ts'
import { EMPTY_RANGE, type PoolRange } from './pool-range.ts'
import { attachedState, freshState, nextState, type PoolState } from './pool-state.ts'
import { settleSeconds } from './settle-seconds.ts'

/** Nodes that have the same number of pods in every state of the sequence. */
interface Cohort {
  readonly count: number
  /** Number of the first of them; the fuller nodes come first. */
  readonly first: number
  state: PoolState
}

const NO_STEPS: readonly SequenceStep[] = []

/** The states of `podsSequence`, each once it has settled, from a fresh node or from attached ENIs. */
export function sequenceSteps(capacity: Capacity, group: NodeGroup): readonly SequenceStep[] {
  if (group.podsSequence.length === 0) return NO_STEPS
  const cohorts = cohortsOf(capacity, group)
  return group.podsSequence.map((pods, index) => {
    const isFresh = index === 0 && group.attachedEnis === null
    return cohorts
      .map((cohort) => advance(capacity, group, cohort, pods, isFresh))
      .reduce(addSteps, startOf(pods))
  })
}

/**
 * Node number i has a pod more than the emptiest wherever i is below the remainder of the even
 * spread, so that the remainders cut the nodes into cohorts. Rule P3.
 */
function cohortsOf(capacity: Capacity, group: NodeGroup): readonly Cohort[] {
  const { nodes, podsSequence } = group
  const remainders = group.pods.per === 'node' ? [] : podsSequence.map((pods) => pods % nodes)
  const ends = [...new Set([...remainders, nodes])].filter((end) => end > 0)
  let first = 0
  return ends
    .toSorted((a, b) => a - b)
    .map((end) => {
      const cohort = { count: end - first, first, state: startState(capacity, group) }
      first = end
      return cohort
    })
}

/** Takes a cohort to its next state. */
function advance(
  capacity: Capacity,
  group: NodeGroup,
  cohort: Cohort,
  pods: number,
  isFresh: boolean,
): SequenceStep {
  const { count, state } = cohort
  const load = nodeLoad(capacity, podsOnNode(group, cohort, pods), group.branchPods)
  cohort.state = followState(capacity, isFresh, state, load.ordinary)
  const { range } = cohort.state
  const plan = planNode(capacity, range, load, count)
  return {
    pods,
    held: rangeOf(timesAmount(plan.held, count)),
    enis: rangeOf(timesAmount(plan.enis, count)),
    pending: plan.pending * count,
    flapping: range.flapping || capacity.flappingCards,
    settleSeconds: secondsBetween(capacity, state.range, range, load.ordinary),
  }
}

function podsOnNode({ nodes, pods, daemonsetPods }: NodeGroup, { first }: Cohort, count: number) {
  if (pods.per === 'node') return count + daemonsetPods
  return Math.floor(count / nodes) + (first < count % nodes ? 1 : 0) + daemonsetPods
}

function secondsBetween(capacity: Capacity, from: PoolRange, to: PoolRange, pods: number): number {
  return isInert(capacity) ? 0 : settleSeconds(capacity.pool, from, to, pods)
}

/** What the node is before the first state: just started, or with the ENIs attached already. Rule G8. */
function startState(capacity: Capacity, { attachedEnis }: NodeGroup): PoolState {
  const { pool } = capacity
  if (isInert(capacity)) return emptyState(EMPTY_RANGE)
  if (attachedEnis !== null) return attachedState(pool, attachedEnis - capacity.otherEnis)
  const enis = pool.primaryServes ? 1 : 0
  const step = growthStep(pool, 0, enis, 0)
  if (typeof step === 'string') return emptyState(EMPTY_RANGE)
  return emptyState({
    minSlots: step.slots,
    maxSlots: step.slots,
    minEnis: 1,
    maxEnis: 1,
    flapping: false,
  })
}

function emptyState(range: PoolRange): PoolState {
  return { pods: 0, range, occupiedEnis: 0, occupiedSlots: 0 }
}

function followState(
  capacity: Capacity,
  isFresh: boolean,
  state: PoolState,
  pods: number,
): PoolState {
  if (isInert(capacity)) return emptyState(EMPTY_RANGE)
  return isFresh ? freshState(capacity.pool, pods) : nextState(capacity.pool, state, pods)
}

function startOf(pods: number): SequenceStep {
  const nothing = { min: 0, max: 0 }
  return { pods, held: nothing, enis: nothing, pending: 0, flapping: false, settleSeconds: 0 }
}

/** Cohorts side by side: figures add up, and the slowest node decides the time. */
function addSteps(sum: SequenceStep, step: SequenceStep): SequenceStep {
  return {
    pods: sum.pods,
    held: rangeOf(addAmounts(sum.held, step.held)),
    enis: rangeOf(addAmounts(sum.enis, step.enis)),
    pending: sum.pending + step.pending,
    flapping: sum.flapping || step.flapping,
    settleSeconds: Math.max(sum.settleSeconds, step.settleSeconds),
  }
}

function rangeOf(amount: Amount): { readonly min: number; readonly max: number } {
  return { min: minOf(amount), max: maxOf(amount) }
}

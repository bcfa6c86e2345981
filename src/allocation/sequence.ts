import type { NodeGroup } from '../scenario/scenario.ts'
import { addAmounts, maxOf, minOf, timesAmount } from './amount.ts'
import type { Capacity } from './capacity.ts'
import { growthStep } from './growth-step.ts'
import { nodeLoad, planNode } from './node.ts'
import type { Amount, SequenceStep } from './plan.ts'
import { EMPTY_RANGE, type PoolRange } from './pool-range.ts'
import { attachedState, freshState, nextState, type PoolState } from './pool-state.ts'
import { settleSeconds } from './settle-seconds.ts'

/** Nodes that have the same number of pods in every state of the sequence. */
interface Cohort {
  readonly count: number
  /** Pods that want an address on each node, state by state. */
  readonly pods: readonly number[]
}

/** The states of `podsSequence`, each once it has settled, from a fresh node or from attached ENIs. */
export function sequenceSteps(capacity: Capacity, group: NodeGroup): readonly SequenceStep[] {
  if (group.podsSequence.length === 0) return []
  const followed = cohortsOf(group).map((cohort) => followCohort(capacity, group, cohort))
  return group.podsSequence.map((pods, state) =>
    followed.map((steps) => stepAt(steps, state)).reduce(addSteps, startOf(pods)),
  )
}

/**
 * Node number i has a pod more than the emptiest wherever i is below the remainder of the even
 * spread, so that the remainders cut the nodes into cohorts. Rule P3.
 */
function cohortsOf(group: NodeGroup): readonly Cohort[] {
  const { nodes, podsSequence, daemonsetPods } = group
  if (group.pods.per === 'node') {
    return [{ count: nodes, pods: podsSequence.map((pods) => pods + daemonsetPods) }]
  }
  const cuts = [...new Set([0, nodes, ...podsSequence.map((pods) => pods % nodes)])]
  const sorted = cuts.toSorted((a, b) => a - b)
  return sorted.slice(1).map((end, index) => {
    const first = sorted[index] ?? 0
    const share = (pods: number) => Math.floor(pods / nodes) + (first < pods % nodes ? 1 : 0)
    return { count: end - first, pods: podsSequence.map((pods) => share(pods) + daemonsetPods) }
  })
}

function followCohort(
  capacity: Capacity,
  group: NodeGroup,
  { count, pods }: Cohort,
): readonly SequenceStep[] {
  let state = startState(capacity, group)
  return pods.map((wanted, index) => {
    const load = nodeLoad(capacity, wanted, group.branchPods)
    const isFresh = index === 0 && group.attachedEnis === null
    const next = followState(capacity, isFresh, state, load.ordinary)
    const plan = planNode(capacity, next.range, load, count)
    const seconds = settleSeconds(capacity.pool, state.range, next.range, load.ordinary)
    state = next
    return {
      pods: wanted,
      held: rangeOf(timesAmount(plan.held, count)),
      enis: rangeOf(timesAmount(plan.enis, count)),
      pending: plan.pending * count,
      flapping: next.range.flapping || capacity.flappingCards,
      settleSeconds: isInert(capacity) ? 0 : seconds,
    }
  })
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

/** True where L-IPAMD attaches nothing to the default card, whatever the pods. */
function isInert(capacity: Capacity): boolean {
  return capacity.ipv6 || capacity.neverReady !== null
}

function stepAt(steps: readonly SequenceStep[], state: number): SequenceStep {
  const step = steps[state]
  if (step === undefined) throw new RangeError(`no state ${state} in a sequence of ${steps.length}`)
  return step
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

import type { Reason } from './reason.ts'
import type { Stall } from './stall.ts'

/** A figure, or the two ends of what can happen where the outcome depends on which pods left. */
export type Amount = number | { readonly min: number; readonly max: number }

/**
 * The figures of a node, a group or a whole scenario; each is the sum of its parts. Where an
 * outcome is not determined, `held` and `enis` are ranges and every other figure is that of the
 * upper state, so that used + warm + primaries + branch = held (its `max`) always.
 */
export interface Totals {
  /** Addresses that the VPC has given out: primaries + slots assigned + 16 per prefix + branch ENIs. */
  readonly held: Amount
  /** Whole-ENI figure: ENIs that serve pods x addresses per ENI, + 1 for each other ENI. */
  readonly reserved: number
  /** Slots of the attached ENIs that serve pods; a slot takes one address, or one /28 prefix. */
  readonly usable: number
  /** Addresses that serve a pod, branch ENIs left out. */
  readonly used: number
  /** Addresses attached to an ENI, and free. */
  readonly warm: number
  /** Primary addresses, one per attached ENI, trunk included. */
  readonly primaries: number
  /** Addresses of branch ENIs (security groups for pods), one each. */
  readonly branch: number
  /** Attached ENIs, trunk included. */
  readonly enis: Amount
  /** Pods that stay without an address. */
  readonly pending: number
}

/** Nodes of a group that hold the same. Every figure is that of ONE such node. */
export interface NodePlan extends Totals {
  /** How many nodes are like this. */
  readonly count: number
  /** Pods on the node that need an address, daemonset pods included. */
  readonly pods: number
  /** Secondary addresses assigned, in use or not; 0 in prefix mode. */
  readonly secondary: number
  /** Prefixes (/28) assigned. */
  readonly prefixes: number
  /** Slots assigned on each ENI, the primary ENI first. */
  readonly perEni: readonly number[]
}

/**
 * What became of the team's rule 1, "one ENI in reserve":
 * `kept`; `replaced` by the address targets or by prefixes; `off` with WARM_ENI_TARGET=0;
 * `capped` where the instance's limits or max-pods leave no room for the reserve, or for what replaces it.
 */
export type SpareEniRule = 'kept' | 'replaced' | 'off' | 'capped'

/** The nearest pod count of a node at which its ENIs or prefixes change, and what that costs or frees. */
export interface Step {
  /** Pods on the node at which the change comes. */
  readonly pods: number
  /** Change of the node's attached ENIs, signed. */
  readonly enis: number
  /** Change of held and reserved addresses against today's node, signed. */
  readonly held: number
  readonly reserved: number
}

/** One state of a group that follows `podsSequence`, once it has settled. */
export interface SequenceStep {
  readonly pods: number
  readonly held: { readonly min: number; readonly max: number }
  readonly enis: { readonly min: number; readonly max: number }
  readonly pending: number
  readonly flapping: boolean
  /** Seconds until nothing changes any more, at worst; for a state that flaps, until it repeats. */
  readonly settleSeconds: number
}

/** The answer for one node group. */
export interface GroupPlan extends Totals {
  /** At most a few kinds of node: an even spread leaves two. */
  readonly nodes: readonly NodePlan[]
  /** False when L-IPAMD cannot start, so that the node never becomes ready. */
  readonly nodeReady: boolean
  /** True when ENIs or prefixes come and go for ever; the figures are those of the upper state. */
  readonly flapping: boolean
  /** max-pods in force, given or by formula. */
  readonly maxPods: number
  readonly rules: {
    readonly spareEni: SpareEniRule
    /** Rule 2: at least as many addresses as pods. */
    readonly addressPerPod: boolean
  }
  /** From the fullest node up, and from the emptiest node down; `null` where there is no such step. */
  readonly next: { readonly up: Step | null; readonly down: Step | null }
  /** Two ledgers under custom networking: the nodes' own subnet and the pods' subnet; else `null`. */
  readonly ledgers: { readonly nodeSubnet: Amount; readonly podSubnet: Amount } | null
  /** How far the nodes get where the address space is too small; `null` where it is not, or not named. */
  readonly stall: Stall | null
  /** The states of `podsSequence`, in its order; empty when there was none. */
  readonly steps: readonly SequenceStep[]
  /** Why the figures are what they are, most telling first. */
  readonly reasons: readonly Reason[]
}

/** The verdict on the address space, with what is left (or missing, below zero) of it. */
export interface Fit {
  /** `address-by-address`: held fits, reserved does not. */
  readonly verdict: 'fits' | 'address-by-address' | 'does-not-fit'
  /** Addresses that the space offers, AWS's five of each subnet taken off. */
  readonly available: number
  readonly leftAfterHeld: number
  readonly leftAfterReserved: number
  /** Free /28 blocks left; `null` without prefixes, or where nobody knows how the free addresses lie. */
  readonly leftPrefixes: number | null
  /** Pods that wait because the space is too small, beside those of `pending` that wait anyway. */
  readonly pending: number
}

/** The answer for a scenario: every number that is ever shown. */
export interface Plan extends Totals {
  readonly groups: readonly GroupPlan[]
  readonly nodeReady: boolean
  readonly flapping: boolean
  /** `null` when the scenario names no address space. */
  readonly fit: Fit | null
}

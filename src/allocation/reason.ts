import type { NeverReady } from './capacity.ts'

/** Why a figure is what it is: a stable code and the numbers to explain it. Words are added elsewhere. */
export type Reason = RuleReason | ModeReason | Warning

/** The rule that set the figures of the fullest node. */
type RuleReason =
  /** WARM_ENI_TARGET is kept. */
  | {
      readonly code: 'spare-eni'
      readonly pods: number
      readonly enis: number
      readonly free: number
      /** Free addresses that the target asks for. */
      readonly wanted: number
      readonly warmEnis: number
    }
  /** WARM_ENI_TARGET cannot be kept. */
  | {
      readonly code: 'spare-eni-capped'
      readonly free: number
      readonly wanted: number
      readonly warmEnis: number
      readonly enis: number
      readonly limit: GrowthLimit
    }
  /** WARM_ENI_TARGET=0: an ENI is attached when no address is free. */
  | {
      readonly code: 'no-spare-eni'
      readonly pods: number
      readonly enis: number
      readonly free: number
    }
  /** WARM_IP_TARGET is what sets the addresses. */
  | {
      readonly code: 'warm-addresses'
      readonly pods: number
      readonly warm: number
      readonly addresses: number
      readonly enis: number
    }
  /** MINIMUM_IP_TARGET is what sets the addresses. */
  | {
      readonly code: 'minimum-addresses'
      readonly pods: number
      readonly minimum: number
      readonly addresses: number
      readonly enis: number
    }
  /** The address targets cannot be kept. */
  | {
      readonly code: 'addresses-capped'
      readonly addresses: number
      readonly wanted: number
      readonly limit: GrowthLimit
    }
  /** WARM_PREFIX_TARGET is what sets the prefixes. */
  | {
      readonly code: 'warm-prefixes'
      readonly pods: number
      readonly warm: number
      readonly prefixes: number
      readonly free: number
    }
  | {
      readonly code: 'prefixes-capped'
      readonly prefixes: number
      readonly wanted: number
      readonly limit: GrowthLimit
    }
  | { readonly code: 'ipv6'; readonly addresses: number }

/** What stopped growth. */
export type GrowthLimit =
  | { readonly by: 'enis'; readonly enis: number }
  | { readonly by: 'max-pods'; readonly maxPods: number }

/** What a setting or a feature does to the figures. */
type ModeReason =
  | { readonly code: 'pods-not-stated' }
  | { readonly code: 'custom-networking' }
  | { readonly code: 'primary-subnet-excluded' }
  | { readonly code: 'trunk-eni' }
  | { readonly code: 'branch-enis'; readonly branch: number }
  | { readonly code: 'unmanaged-enis'; readonly enis: number }
  | { readonly code: 'extra-cards'; readonly cards: number; readonly addresses: number }
  | { readonly code: 'managed-cap'; readonly maxPods: number; readonly vcpus: number | null }
  /** max-pods by the formula of prefixes, which no node has by itself, is above what AWS recommends. */
  | {
      readonly code: 'max-pods-to-set'
      readonly maxPods: number
      readonly recommended: number
      readonly vcpus: number | null
    }
  | { readonly code: 'old-cni-whole-enis'; readonly cni: string }
  | { readonly code: 'old-cni-fills-enis'; readonly cni: string; readonly peak: number }
  /** Held lies between two ends: it depends on which pods left, or in which order they came. */
  | { readonly code: 'depends-on-which-pods-left'; readonly min: number; readonly max: number }
  | { readonly code: 'depends-on-arrival'; readonly min: number; readonly max: number }

/** What the user should know before relying on the plan. */
type Warning =
  | { readonly code: 'never-ready'; readonly why: NeverReady }
  | {
      readonly code: 'flapping'
      readonly setting: 'WARM_ENI_TARGET' | 'WARM_PREFIX_TARGET' | 'ENABLE_MULTI_NIC'
    }
  | { readonly code: 'prefixes-not-supported'; readonly why: 'instance-type' | 'cni' }
  | {
      readonly code: 'pods-above-max-pods'
      readonly pods: number
      readonly maxPods: number
      /** Pods on the node's own address, which count against max-pods too. */
      readonly hostNetworkPods: number
    }
  | { readonly code: 'pods-above-eni-limit'; readonly pods: number; readonly addresses: number }
  | { readonly code: 'minimum-target-stuck'; readonly pods: number; readonly addresses: number }
  | { readonly code: 'no-branch-eni'; readonly pods: number; readonly limit: number }
  | { readonly code: 'trunk-has-no-room' }
  | { readonly code: 'attached-above-limit'; readonly attached: number; readonly limit: number }
  | {
      readonly code: 'max-pods-below-prefixes'
      readonly maxPods: number
      readonly addresses: number
    }
  | {
      readonly code: 'subnet-short'
      /** Addresses held when growth stalls, nodes short of what they want, pods that wait for it. */
      readonly held: number
      readonly nodes: number
      readonly pending: number
    }

export type ReasonCode = Reason['code']

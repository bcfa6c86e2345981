import { describe, expect, it } from 'vitest'
import type { Reason } from '../../src/allocation/reason.ts'
import { reasonText as reasonTextInEnglish } from '../../src/words/en/reasons.ts'
import { reasonText as reasonTextInFrench } from '../../src/words/fr/reasons.ts'

const byEnis = { by: 'enis', enis: 3 } as const
const byMaxPods = { by: 'max-pods', maxPods: 110 } as const

/** Every reason, with one and with many of what it counts. */
const REASONS: readonly Reason[] = [
  { code: 'spare-eni', pods: 10, enis: 2, free: 18, wanted: 14, warmEnis: 1 },
  { code: 'spare-eni', pods: 10, enis: 3, free: 32, wanted: 28, warmEnis: 2 },
  { code: 'spare-eni-capped', free: 3, wanted: 9, warmEnis: 1, enis: 3, limit: byEnis },
  { code: 'spare-eni-capped', free: 3, wanted: 9, warmEnis: 1, enis: 3, limit: byMaxPods },
  { code: 'no-spare-eni', pods: 1, enis: 1, free: 13 },
  { code: 'warm-addresses', pods: 27, warm: 2, addresses: 29, enis: 3 },
  { code: 'minimum-addresses', pods: 1, minimum: 10, addresses: 10, enis: 1 },
  { code: 'addresses-capped', addresses: 27, wanted: 30, limit: byEnis },
  { code: 'warm-prefixes', pods: 17, warm: 1, prefixes: 3, free: 31 },
  { code: 'prefixes-capped', prefixes: 1, wanted: 2, limit: byMaxPods },
  { code: 'ipv6', addresses: 1 },
  { code: 'pods-not-stated' },
  { code: 'custom-networking' },
  { code: 'primary-subnet-excluded' },
  { code: 'trunk-eni' },
  { code: 'branch-enis', branch: 1 },
  { code: 'branch-enis', branch: 4 },
  { code: 'unmanaged-enis', enis: 1 },
  { code: 'unmanaged-enis', enis: 2 },
  { code: 'extra-cards', cards: 1, addresses: 2 },
  { code: 'extra-cards', cards: 31, addresses: 62 },
  { code: 'managed-cap', maxPods: 250, vcpus: 96 },
  { code: 'managed-cap', maxPods: 110, vcpus: null },
  { code: 'max-pods-to-set', maxPods: 434, recommended: 110, vcpus: 2 },
  { code: 'max-pods-to-set', maxPods: 11_762, recommended: 250, vcpus: 96 },
  { code: 'max-pods-to-set', maxPods: 898, recommended: 110, vcpus: null },
  { code: 'old-cni-whole-enis', cni: '1.4' },
  { code: 'old-cni-fills-enis', cni: '1.8', peak: 45 },
  { code: 'depends-on-which-pods-left', min: 30, max: 60 },
  { code: 'depends-on-arrival', min: 65, max: 81 },
  { code: 'never-ready', why: 'no-pod-eni' },
  { code: 'never-ready', why: 'ipv6-custom-networking' },
  { code: 'never-ready', why: 'ipv6-without-prefixes' },
  { code: 'flapping', setting: 'WARM_ENI_TARGET' },
  { code: 'flapping', setting: 'WARM_PREFIX_TARGET' },
  { code: 'flapping', setting: 'ENABLE_MULTI_NIC' },
  { code: 'prefixes-not-supported', why: 'instance-type' },
  { code: 'prefixes-not-supported', why: 'cni' },
  { code: 'pods-above-max-pods', pods: 1, maxPods: 58, hostNetworkPods: 2 },
  { code: 'pods-above-max-pods', pods: 4, maxPods: 58, hostNetworkPods: 2 },
  { code: 'pods-above-eni-limit', pods: 1, addresses: 56 },
  { code: 'pods-above-eni-limit', pods: 4, addresses: 56 },
  { code: 'minimum-target-stuck', pods: 1, addresses: 10 },
  { code: 'minimum-target-stuck', pods: 2, addresses: 10 },
  { code: 'no-branch-eni', pods: 1, limit: 9 },
  { code: 'no-branch-eni', pods: 3, limit: 9 },
  { code: 'trunk-has-no-room' },
  { code: 'attached-above-limit', attached: 5, limit: 3 },
  { code: 'max-pods-below-prefixes', maxPods: 29, addresses: 432 },
  { code: 'subnet-short', held: 11, nodes: 1, pending: 1 },
  { code: 'subnet-short', held: 310, nodes: 4, pending: 12 },
]

describe('the text of a reason', () => {
  it('is a plain English sentence', () => {
    expect(REASONS.map(reasonTextInEnglish).join('\n')).toMatchSnapshot()
  })

  it('is a plain French sentence, with narrow no-break spaces', () => {
    const sentences = REASONS.map(reasonTextInFrench)
    expect(sentences.join('\n')).toMatchSnapshot()
    expect(sentences.filter((sentence) => /[ \u00a0][;:?!]/.test(sentence))).toEqual([])
  })
})

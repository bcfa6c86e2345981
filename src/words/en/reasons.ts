import type { GrowthLimit, Reason } from '../../allocation/reason.ts'
import { counted, number } from './numbers.ts'

/** One plain sentence for a reason. */
export function reasonText(reason: Reason): string {
  switch (reason.code) {
    case 'spare-eni':
      return `${reason.free} free ≥ ${reason.wanted}: ${spareEnis(reason.warmEnis)} in reserve (WARM_ENI_TARGET=${reason.warmEnis}).`
    case 'spare-eni-capped':
      return `${reason.free} free < ${reason.wanted}: WARM_ENI_TARGET=${reason.warmEnis} cannot be kept, ${limit(reason.limit)}.`
    case 'no-spare-eni':
      return `WARM_ENI_TARGET=0 keeps no spare ENI: ${count(reason.enis, 'ENI')} for ${count(reason.pods, 'pod')}, ${reason.free} free.`
    case 'warm-addresses':
      return `${count(reason.pods, 'pod')} + WARM_IP_TARGET=${reason.warm} take ${count(reason.addresses, 'address', 'addresses')} on ${count(reason.enis, 'ENI')}.`
    case 'minimum-addresses':
      return `MINIMUM_IP_TARGET=${reason.minimum} decides: ${count(reason.addresses, 'address', 'addresses')} on ${count(reason.enis, 'ENI')} for ${count(reason.pods, 'pod')}.`
    case 'addresses-capped':
      return `${count(reason.addresses, 'address', 'addresses')} of the ${reason.wanted} that the targets ask for: ${limit(reason.limit)}.`
    case 'warm-prefixes':
      return `${count(reason.prefixes, 'prefix', 'prefixes')} of 16 for ${count(reason.pods, 'pod')}: ${reason.free} addresses stay free (WARM_PREFIX_TARGET=${reason.warm}).`
    case 'prefixes-capped':
      return `${count(reason.prefixes, 'prefix', 'prefixes')} of the ${reason.wanted} that the target asks for: ${limit(reason.limit)}.`
    case 'ipv6':
      return `IPv6: a node takes ${count(reason.addresses, 'IPv4 address', 'IPv4 addresses')}; its pods draw on one /80 prefix and the warm targets have no say.`
    case 'pods-not-stated':
      return 'No pods were given: each node is taken to run one, the least that a live node does.'
    case 'custom-networking':
      return "Custom networking: the primary ENI serves no pod; the node's subnet pays one address, the pods' subnet all others."
    case 'primary-subnet-excluded':
      return "The node's own subnet is excluded (kubernetes.io/role/cni=0): the primary ENI serves no pod."
    case 'trunk-eni':
      return 'Security groups for pods: the trunk takes an ENI and one address, and serves no ordinary pod.'
    case 'branch-enis':
      return `${count(reason.branch, 'pod')} of the node ${reason.branch === 1 ? 'has' : 'have'} a branch ENI: one address each, beside the ENIs' own.`
    case 'unmanaged-enis':
      return `${count(reason.enis, 'unmanaged ENI')} ${reason.enis === 1 ? 'takes' : 'take'} room that L-IPAMD cannot use; what ${reason.enis === 1 ? 'it holds is' : 'they hold is'} not counted here.`
    case 'extra-cards':
      return `ENABLE_MULTI_NIC: ${count(reason.cards, 'further network card')} of the node ${reason.cards === 1 ? 'holds' : 'hold'} ${number(reason.addresses)} addresses while idle.`
    case 'managed-cap':
      return `A managed node group allows at most ${reason.maxPods} pods per node${reason.vcpus === null ? ' (vCPUs not known)' : ` (${reason.vcpus} vCPUs)`}.`
    case 'max-pods-to-set':
      return `max-pods ${number(reason.maxPods)} is what the prefixes could serve, and a node has it only when its kubelet is told so. AWS recommends ${reason.recommended} at most${reason.vcpus === null ? ' (vCPUs not known)' : ` (${reason.vcpus} vCPUs)`}: \`max-pods=${reason.recommended}\`.`
    case 'old-cni-whole-enis':
      return `CNI ${reason.cni} attaches whole ENIs even with WARM_IP_TARGET, and never gives an address back.`
    case 'old-cni-fills-enis':
      return `CNI ${reason.cni} fills a new ENI and then releases what is above the target: up to ${number(reason.peak)} addresses on a node for a while.`
    case 'depends-on-which-pods-left':
      return `${number(reason.min)} to ${number(reason.max)} held on a node: it depends on which ENIs the pods sit on.`
    case 'depends-on-arrival':
      return `${number(reason.min)} to ${number(reason.max)} held on a node: it depends on the order in which the pods came.`
    case 'never-ready':
      return neverReady(reason.why)
    case 'flapping':
      return flapping(reason.setting)
    case 'prefixes-not-supported':
      return reason.why === 'cni'
        ? 'Prefix delegation needs CNI 1.9 or later: secondary addresses are used instead.'
        : 'Prefix delegation needs a Nitro or bare-metal instance: L-IPAMD falls back to secondary addresses without an error.'
    case 'pods-above-max-pods':
      return `${count(reason.pods, 'pod')} of the node ${reason.pods === 1 ? 'is' : 'are'} above max-pods ${reason.maxPods}, which counts ${count(reason.hostNetworkPods, 'pod')} on the node's own address too, and ${reason.pods === 1 ? 'stays' : 'stay'} pending, whatever the addresses.`
    case 'pods-above-eni-limit':
      return `${count(reason.pods, 'pod')} of the node ${reason.pods === 1 ? 'stays' : 'stay'} pending: all ENIs are full at ${count(reason.addresses, 'address', 'addresses')}.`
    case 'minimum-target-stuck':
      return `${count(reason.pods, 'pod')} of the node ${reason.pods === 1 ? 'stays' : 'stay'} pending for ever: MINIMUM_IP_TARGET without WARM_IP_TARGET stops at ${count(reason.addresses, 'address', 'addresses')}; set WARM_IP_TARGET=1 or more.`
    case 'no-branch-eni':
      return `${count(reason.pods, 'pod')} of the node ${reason.pods === 1 ? 'stays' : 'stay'} pending for want of a branch ENI: the node carries ${reason.limit}.`
    case 'trunk-has-no-room':
      return 'ENABLE_POD_ENI: no ENI is left for the trunk, so that the node carries no branch ENI.'
    case 'attached-above-limit':
      return `${reason.attached} ENIs attached is more than the node can have; counted with ${reason.limit}.`
    case 'max-pods-below-prefixes':
      return `max-pods ${reason.maxPods} is far below the ${number(reason.addresses)} addresses that prefixes could serve: raise max-pods to gain from them.`
    case 'subnet-short':
      return `Growth stalls at ${number(reason.held)} held: ${count(reason.nodes, 'node')} ${reason.nodes === 1 ? 'gets' : 'get'} less than wanted, ${stalledPods(reason.pending)}.`
  }
}

function stalledPods(pending: number): string {
  if (pending === 0) return 'and still every pod has an address'
  return `and ${count(pending, 'pod')} ${pending === 1 ? 'stays' : 'stay'} pending`
}

function count(amount: number, one: string, many = `${one}s`): string {
  return counted(amount, one, many)
}

function spareEnis(enis: number): string {
  return enis === 1 ? 'one whole ENI stays' : `${enis} whole ENIs stay`
}

function limit(growth: GrowthLimit): string {
  return growth.by === 'enis'
    ? `the node has no more than ${count(growth.enis, 'ENI')} for pods`
    : `growth stops at max-pods ${growth.maxPods}`
}

function neverReady(
  why: 'no-pod-eni' | 'ipv6-custom-networking' | 'ipv6-without-prefixes',
): string {
  switch (why) {
    case 'no-pod-eni':
      return 'The node never becomes ready: custom networking needs a second ENI for pods, and none can be attached.'
    case 'ipv6-custom-networking':
      return 'The node never becomes ready: custom networking does not exist with IPv6.'
    case 'ipv6-without-prefixes':
      return 'The node never becomes ready: IPv6 needs prefix delegation, and the instance type does not support it.'
  }
}

function flapping(setting: 'WARM_ENI_TARGET' | 'WARM_PREFIX_TARGET' | 'ENABLE_MULTI_NIC'): string {
  switch (setting) {
    case 'WARM_ENI_TARGET':
      return 'Never settles: WARM_ENI_TARGET=0 at an exact fill attaches an ENI and removes it again for ever; counted with the ENI.'
    case 'WARM_PREFIX_TARGET':
      return 'Never settles: WARM_PREFIX_TARGET=0 at an exact fill assigns a prefix and releases it again for ever; counted with the prefix.'
    case 'ENABLE_MULTI_NIC':
      return 'Never settles: with prefixes, each idle network card gets a prefix and loses it again for ever; counted with the prefix.'
  }
}

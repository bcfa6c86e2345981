import type { Hint } from '../../command/hint.ts'
import { counted, number } from './numbers.ts'

/** What is odd about a scenario, in a sentence that starts from what was done. */
export function hintText(hint: Hint): string {
  switch (hint.code) {
    case 'fewer-pods-than-nodes':
      return `${counted(hint.pods, 'pod', 'pods')} on ${counted(hint.nodes, 'node', 'nodes')}: ${counted(hint.nodes - hint.pods, 'node runs', 'nodes run')} none. Did you mean \`${hint.pods} ${hint.pods === 1 ? 'pod' : 'pods'}/node\`?`
    case 'per-node-of-one-node':
      return `One node, so \`${hint.pods} pods/node\` is ${counted(hint.pods, 'pod', 'pods')}. Are there more nodes?`
    case 'warm-ip-zero':
      return 'WARM_IP_TARGET=0 is how the CNI spells "not set"; the other settings decide what is kept in reserve.'
    case 'warm-eni-replaced':
      return 'WARM_ENI_TARGET counts for nothing beside WARM_IP_TARGET or MINIMUM_IP_TARGET.'
    case 'min-ip-alone':
      return `MINIMUM_IP_TARGET=${number(hint.minimum)} without WARM_IP_TARGET: with ${counted(hint.pods, 'pod', 'pods')} on a node no address is kept free for the next one.`
    case 'warm-prefix-without-prefix':
      return 'WARM_PREFIX_TARGET counts for nothing without `prefix`.'
    case 'prefix-on-xen':
      return `${hint.type} is no Nitro type, so \`prefix\` does nothing on it.`
    case 'prefix-before-1.9':
      return `Prefixes came with VPC CNI 1.9, so \`prefix\` does nothing in ${hint.cni}.`
    case 'whole-enis-before-1.9':
      return `VPC CNI ${hint.cni} takes whole ENIs for its address targets; from 1.9 on it takes single addresses.`
    case 'no-trunk':
      return `${hint.type} cannot carry a trunk ENI, so \`sg-pods\` get no address on it.`
    case 'sg-pods-without-pod-eni':
      return '`sg-pods` need `pod-eni`.'
    case 'passed-over':
      return `${hint.names.join(', ')}: passed over, as ${hint.names.length === 1 ? 'it changes' : 'they change'} no number of addresses.`
  }
}

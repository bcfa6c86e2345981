import type { Hint } from '../../command/hint.ts'
import { counted, number } from './numbers.ts'

/** What is odd about a scenario, in a sentence that starts from what was done. */
export function hintText(hint: Hint): string {
  switch (hint.code) {
    case 'fewer-pods-than-nodes':
      return `${counted(hint.pods, 'pod', 'pods')} sur ${counted(hint.nodes, 'nœud', 'nœuds')} : ${counted(hint.nodes - hint.pods, 'nœud n’en a', 'nœuds n’en ont')} aucun. Vouliez-vous dire \`${hint.pods} ${hint.pods === 1 ? 'pod' : 'pods'}/nœud\` ?`
    case 'per-node-of-one-node':
      return `Un seul nœud : \`${hint.pods} pods/nœud\` fait ${counted(hint.pods, 'pod', 'pods')}. Y a-t-il d’autres nœuds ?`
    case 'warm-ip-zero':
      return 'WARM_IP_TARGET=0 veut dire « non défini » pour le CNI ; les autres réglages décident de ce qui reste en réserve.'
    case 'warm-eni-replaced':
      return 'WARM_ENI_TARGET ne compte pas à côté de WARM_IP_TARGET ou MINIMUM_IP_TARGET.'
    case 'min-ip-alone':
      return `MINIMUM_IP_TARGET=${number(hint.minimum)} sans WARM_IP_TARGET : avec ${counted(hint.pods, 'pod', 'pods')} sur un nœud, aucune adresse n’y reste libre pour le suivant.`
    case 'warm-prefix-without-prefix':
      return 'WARM_PREFIX_TARGET ne compte pas sans `prefix`.'
    case 'prefix-on-xen':
      return `${hint.type} n’est pas un type Nitro : \`prefix\` n’y fait rien.`
    case 'prefix-before-1.9':
      return `Les préfixes sont venus avec le VPC CNI 1.9 : \`prefix\` ne fait rien en ${hint.cni}.`
    case 'whole-enis-before-1.9':
      return `Le VPC CNI ${hint.cni} prend des ENI entières pour ses cibles d’adresses ; depuis 1.9 il prend des adresses une à une.`
    case 'no-trunk':
      return `${hint.type} ne peut pas porter d’ENI trunk : les \`sg-pods\` n’y ont pas d’adresse.`
    case 'sg-pods-without-pod-eni':
      return 'Les `sg-pods` demandent `pod-eni`.'
    case 'passed-over':
      return `${hint.names.join(', ')} : ignoré${hint.names.length === 1 ? '' : 's'}, car sans effet sur le nombre d’adresses.`
  }
}

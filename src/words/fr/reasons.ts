import type { GrowthLimit, Reason } from '../../allocation/reason.ts'
import { counted, number } from './numbers.ts'

/** One plain sentence for a reason. */
export function reasonText(reason: Reason): string {
  switch (reason.code) {
    case 'spare-eni':
      return `${reason.free} libres ≥ ${reason.wanted} : ${spareEnis(reason.warmEnis)} en réserve (WARM_ENI_TARGET=${reason.warmEnis}).`
    case 'spare-eni-capped':
      return `${reason.free} libres < ${reason.wanted} : WARM_ENI_TARGET=${reason.warmEnis} ne peut pas être tenu, ${limit(reason.limit)}.`
    case 'no-spare-eni':
      return `WARM_ENI_TARGET=0 ne garde aucune ENI en réserve : ${count(reason.enis, 'ENI', 'ENI')} pour ${count(reason.pods, 'pod')}, ${reason.free} libres.`
    case 'warm-addresses':
      return `${count(reason.pods, 'pod')} + WARM_IP_TARGET=${reason.warm} occupent ${count(reason.addresses, 'adresse')} sur ${count(reason.enis, 'ENI', 'ENI')}.`
    case 'minimum-addresses':
      return `MINIMUM_IP_TARGET=${reason.minimum} décide : ${count(reason.addresses, 'adresse')} sur ${count(reason.enis, 'ENI', 'ENI')} pour ${count(reason.pods, 'pod')}.`
    case 'addresses-capped':
      return `${count(reason.addresses, 'adresse')} sur les ${reason.wanted} que demandent les cibles : ${limit(reason.limit)}.`
    case 'warm-prefixes':
      return `${count(reason.prefixes, 'préfixe')} de 16 pour ${count(reason.pods, 'pod')} : ${reason.free} adresses restent libres (WARM_PREFIX_TARGET=${reason.warm}).`
    case 'prefixes-capped':
      return `${count(reason.prefixes, 'préfixe')} sur les ${reason.wanted} que demande la cible : ${limit(reason.limit)}.`
    case 'ipv6':
      return `IPv6 : un nœud prend ${count(reason.addresses, 'adresse')} IPv4 ; ses pods puisent dans un préfixe /80 et les cibles n’ont pas d’effet.`
    case 'pods-not-stated':
      return 'Aucun pod indiqué : chaque nœud est compté avec un pod, le minimum d’un nœud en vie.'
    case 'custom-networking':
      return 'Réseau personnalisé : l’ENI primaire ne sert aucun pod ; le sous-réseau du nœud paie une adresse, celui des pods toutes les autres.'
    case 'primary-subnet-excluded':
      return 'Le sous-réseau du nœud est exclu (kubernetes.io/role/cni=0) : l’ENI primaire ne sert aucun pod.'
    case 'trunk-eni':
      return 'Groupes de sécurité par pod : le trunk prend une ENI et une adresse, et ne sert aucun pod ordinaire.'
    case 'branch-enis':
      return `${count(reason.branch, 'pod')} du nœud ${reason.branch === 1 ? 'a' : 'ont'} une ENI de branche : une adresse chacun, en plus de celles des ENI.`
    case 'unmanaged-enis':
      return `${count(reason.enis, 'ENI non gérée', 'ENI non gérées')} ${reason.enis === 1 ? 'prend' : 'prennent'} une place que L-IPAMD ne peut pas utiliser ; leurs adresses ne sont pas comptées ici.`
    case 'extra-cards':
      return `ENABLE_MULTI_NIC : ${count(reason.cards, 'autre carte réseau', 'autres cartes réseau')} du nœud ${reason.cards === 1 ? 'détient' : 'détiennent'} ${number(reason.addresses)} adresses sans aucun pod.`
    case 'managed-cap':
      return `Un groupe de nœuds géré accepte au plus ${reason.maxPods} pods par nœud${reason.vcpus === null ? ' (vCPU inconnus)' : ` (${reason.vcpus} vCPU)`}.`
    case 'max-pods-to-set':
      return `max-pods ${number(reason.maxPods)} est ce que les préfixes pourraient servir, et un nœud ne l’a que si on le dit à son kubelet. AWS recommande ${reason.recommended} au plus${reason.vcpus === null ? ' (vCPU inconnus)' : ` (${reason.vcpus} vCPU)`} : \`max-pods=${reason.recommended}\`.`
    case 'old-cni-whole-enis':
      return `La version ${reason.cni} du CNI attache des ENI entières même avec WARM_IP_TARGET, et ne rend jamais une adresse.`
    case 'old-cni-fills-enis':
      return `La version ${reason.cni} du CNI remplit une nouvelle ENI, puis rend ce qui dépasse la cible : jusqu’à ${number(reason.peak)} adresses sur un nœud pendant un moment.`
    case 'depends-on-which-pods-left':
      return `De ${number(reason.min)} à ${number(reason.max)} adresses tenues par nœud : cela dépend des ENI où se trouvent les pods.`
    case 'depends-on-arrival':
      return `De ${number(reason.min)} à ${number(reason.max)} adresses tenues par nœud : cela dépend de l’ordre d’arrivée des pods.`
    case 'never-ready':
      return neverReady(reason.why)
    case 'flapping':
      return flapping(reason.setting)
    case 'prefixes-not-supported':
      return reason.why === 'cni'
        ? 'La délégation de préfixes demande le CNI 1.9 ou plus récent : des adresses secondaires sont utilisées à la place.'
        : 'La délégation de préfixes demande une instance Nitro ou bare metal : L-IPAMD revient aux adresses secondaires sans erreur.'
    case 'pods-above-max-pods':
      return `${count(reason.pods, 'pod')} du nœud ${reason.pods === 1 ? 'dépasse' : 'dépassent'} max-pods ${reason.maxPods}, qui compte aussi ${count(reason.hostNetworkPods, 'pod')} sur l’adresse du nœud, et ${reason.pods === 1 ? 'reste' : 'restent'} en attente, quelles que soient les adresses.`
    case 'pods-above-eni-limit':
      return `${count(reason.pods, 'pod')} du nœud ${reason.pods === 1 ? 'reste' : 'restent'} en attente : toutes les ENI sont pleines avec ${count(reason.addresses, 'adresse')}.`
    case 'minimum-target-stuck':
      return `${count(reason.pods, 'pod')} du nœud ${reason.pods === 1 ? 'reste' : 'restent'} en attente pour toujours : MINIMUM_IP_TARGET sans WARM_IP_TARGET s’arrête à ${count(reason.addresses, 'adresse')} ; indiquez WARM_IP_TARGET=1 ou plus.`
    case 'no-branch-eni':
      return `${count(reason.pods, 'pod')} du nœud ${reason.pods === 1 ? 'reste' : 'restent'} en attente faute d’ENI de branche : le nœud en porte ${reason.limit}.`
    case 'trunk-has-no-room':
      return 'ENABLE_POD_ENI : il ne reste pas d’ENI pour le trunk, le nœud ne porte donc aucune ENI de branche.'
    case 'attached-above-limit':
      return `${reason.attached} ENI attachées dépassent ce que le nœud peut avoir ; compté avec ${reason.limit}.`
    case 'max-pods-below-prefixes':
      return `max-pods ${reason.maxPods} est loin des ${number(reason.addresses)} adresses que les préfixes pourraient servir : augmentez max-pods pour en profiter.`
    case 'subnet-short':
      return `La croissance s’arrête à ${number(reason.held)} adresses tenues : ${count(reason.nodes, 'nœud')} ${reason.nodes === 1 ? 'reçoit' : 'reçoivent'} moins que voulu, ${stalledPods(reason.pending)}.`
  }
}

function stalledPods(pending: number): string {
  if (pending === 0) return 'et chaque pod a tout de même une adresse'
  return `et ${count(pending, 'pod')} ${pending === 1 ? 'reste' : 'restent'} en attente`
}

function count(amount: number, one: string, many = `${one}s`): string {
  return counted(amount, one, many)
}

function spareEnis(enis: number): string {
  return enis === 1 ? 'une ENI entière reste' : `${enis} ENI entières restent`
}

function limit(growth: GrowthLimit): string {
  return growth.by === 'enis'
    ? `le nœud n’a pas plus de ${count(growth.enis, 'ENI', 'ENI')} pour les pods`
    : `la croissance s’arrête à max-pods ${growth.maxPods}`
}

function neverReady(
  why: 'no-pod-eni' | 'ipv6-custom-networking' | 'ipv6-without-prefixes',
): string {
  switch (why) {
    case 'no-pod-eni':
      return 'Le nœud ne devient jamais prêt : le réseau personnalisé demande une deuxième ENI pour les pods, et aucune ne peut être attachée.'
    case 'ipv6-custom-networking':
      return 'Le nœud ne devient jamais prêt : le réseau personnalisé n’existe pas en IPv6.'
    case 'ipv6-without-prefixes':
      return 'Le nœud ne devient jamais prêt : IPv6 demande la délégation de préfixes, et le type d’instance ne la connaît pas.'
  }
}

function flapping(setting: 'WARM_ENI_TARGET' | 'WARM_PREFIX_TARGET' | 'ENABLE_MULTI_NIC'): string {
  switch (setting) {
    case 'WARM_ENI_TARGET':
      return 'Ne se stabilise jamais : avec WARM_ENI_TARGET=0 et un remplissage exact, une ENI est attachée puis retirée sans fin ; comptée comme présente.'
    case 'WARM_PREFIX_TARGET':
      return 'Ne se stabilise jamais : avec WARM_PREFIX_TARGET=0 et un remplissage exact, un préfixe est pris puis rendu sans fin ; compté comme présent.'
    case 'ENABLE_MULTI_NIC':
      return 'Ne se stabilise jamais : avec les préfixes, chaque carte réseau sans pod reçoit un préfixe et le perd sans fin ; compté comme présent.'
  }
}

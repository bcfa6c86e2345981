import type { TraceEntry } from '../../allocation/trace.ts'
import { counted } from './numbers.ts'

/** One line of a decision trace: when, what, the rule, and the node after it. */
export function traceText(entry: TraceEntry): string {
  const { seconds, rule, enis, addresses, used } = entry
  return `${seconds} s · ${decisionText(entry)} (règle ${rule}) · ${enis} ENI, ${used} sur ${many(addresses, 'adresse')} en service`
}

function decisionText({ decision }: TraceEntry): string {
  switch (decision.code) {
    case 'node-starts':
      return 'le nœud démarre avec son ENI primaire'
    case 'attached-already':
      return 'ces ENI sont déjà attachées, pleines'
    case 'never-ready':
      return 'L-IPAMD ne démarre pas : le nœud ne devient jamais prêt'
    case 'ipv6':
      return 'IPv6 : un préfixe /80 sert tous les pods'
    case 'attach-trunk':
      return 'groupes de sécurité par pod : le trunk est attaché'
    case 'attach-cards':
      return `${decision.cards} ${decision.cards < 2 ? 'autre carte réseau reçoit' : 'autres cartes réseau reçoivent'} une ENI avec une adresse ou un préfixe d’avance`
    case 'pods-come':
      return `${many(decision.pods, 'pod')} sur le nœud`
    case 'fill-eni':
      return `sous la cible : ${many(decision.slots, 'emplacement')} de plus sur l’ENI ${decision.eni}`
    case 'attach-eni':
      return `sous la cible, plus d’emplacement : l’ENI ${decision.eni} est attachée avec ${many(decision.slots, 'emplacement')}`
    case 'release':
      return `au-dessus de la cible : ${many(decision.slots, 'emplacement')} rendus`
    case 'remove-eni':
      return `l’ENI ${decision.eni} n’est plus utile : retirée`
    case 'enough':
      return `${decision.wanted} libres voulues : assez`
    case 'max-pods':
      return `max-pods ${decision.maxPods} atteint : la croissance s’arrête`
    case 'eni-limit':
      return `pas plus de ${decision.enis} ENI pour les pods : la croissance s’arrête`
    case 'flaps':
      return `ne se stabilise jamais : recommence toutes les ${decision.everySeconds} s`
  }
}

function many(count: number, one: string): string {
  return counted(count, one, `${one}s`)
}

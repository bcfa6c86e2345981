import type { COMMANDS } from '../../command/commands.ts'
import type { Courtesy } from '../../command/courtesy.ts'
import type { INPUTS } from '../../command/grammar.ts'
import type { KeywordWord } from '../../command/keywords.ts'
import { ANY_RUN } from '../shown.ts'
import { number } from './numbers.ts'

type InputWord = (typeof INPUTS)[number]['word']
type CommandWord = (typeof COMMANDS)[number]['word']

/** What each input means, in one line. */
export const inputHelp: Readonly<Record<InputWord, string>> = {
  nodes: 'Nœuds du groupe ; 1 par défaut.',
  pods: 'Pods du groupe qui ont besoin d’une adresse, répartis également sur ses nœuds.',
  'pods/node': 'Pods de chaque nœud qui ont besoin d’une adresse.',
  'warm-eni': 'WARM_ENI_TARGET : ENI entières gardées en réserve sur chaque nœud ; 1 par défaut.',
  'warm-ip': 'WARM_IP_TARGET : adresses libres gardées sur chaque nœud, au lieu d’ENI entières.',
  'min-ip': 'MINIMUM_IP_TARGET : adresses que chaque nœud a au moins, utilisées ou libres.',
  'warm-prefix': 'WARM_PREFIX_TARGET : préfixes /28 libres gardés sur chaque nœud ; 1 par défaut.',
  prefix: 'ENABLE_PREFIX_DELEGATION : un emplacement prend un préfixe /28 de 16 adresses.',
  'max-eni': 'MAX_ENI : ENI que chaque nœud peut attacher, sous la limite de son type.',
  'custom-net': 'AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG : les pods dans leurs propres sous-réseaux.',
  'pod-eni': 'ENABLE_POD_ENI : groupes de sécurité par pod, avec une ENI trunk sur chaque nœud.',
  'multi-nic': 'ENABLE_MULTI_NIC : une réserve d’adresses sur chaque carte réseau.',
  ipv6: 'ENABLE_IPv6 : les pods en IPv6 ; chaque nœud prend une adresse IPv4.',
  'max-pods': 'Le max-pods du kubelet ; par formule s’il n’est pas indiqué.',
  managed: 'Un groupe de nœuds géré : max-pods est plafonné à 110 ou 250.',
  daemonset: 'Pods de daemonset de chaque nœud qui ont besoin d’une adresse, en plus des autres.',
  'host-net': 'Pods sur l’adresse de leur nœud ; 2 par défaut. Ils ne comptent que pour max-pods.',
  'sg-pods': 'Pods de chaque nœud qui ont une ENI de branche.',
  attached: 'ENI que chaque nœud a déjà attachées ; sinon, un nœud neuf.',
  unmanaged: 'ENI de chaque nœud que le VPC CNI laisse de côté.',
  'primary-excluded': 'Le sous-réseau des nœuds porte le tag kubernetes.io/role/cni=0.',
}

/** What each command does, in one line. */
export const commandHelp: Readonly<Record<CommandWord, string>> = {
  help: 'Tous les mots que je connais, ou l’un d’eux.',
  show: 'Un calcul antérieur, en entier.',
  history:
    'Les calculs antérieurs, du plus récent au plus ancien ; d’un calcul, ceux dont il vient et ceux qui en viennent.',
  compare: 'Des calculs côte à côte, et ce qui les distingue.',
  why: 'Les décisions du démon du nœud derrière les chiffres ; rien n’est enregistré. Devant un type, `2` compte des nœuds ; `#2` est un calcul.',
  chart:
    'Les adresses d’un nœud selon ses pods, en escalier ; rien n’est enregistré. Devant un type, `2` compte des nœuds ; `#2` est un calcul.',
  apply:
    'Comment donner ces réglages au CNI : kubectl, le module complémentaire EKS, Helm ; rien n’est enregistré. Devant un type, `2` compte des nœuds ; `#2` est un calcul.',
  'what-if': 'Un scénario antérieur avec un changement.',
  name: 'Donne un nom à un calcul.',
  unname: 'Enlève le nom d’un calcul.',
  pin: 'Garde un calcul sous la main : `historique épinglés`.',
  unpin: 'Désépingle un calcul.',
  delete: 'Retire un calcul de l’historique.',
  export: 'Les calculs antérieurs dans un fichier, pour un tableur ou un script.',
  budget: 'Ce qu’un canal a pour ses plans : des sous-réseaux, ou un nombre d’adresses.',
  settings: 'Votre langue, la version du VPC CNI et le reste.',
}

/** What each of the other words of a line means. */
export const keywordHelp: Readonly<Record<KeywordWord, string>> = {
  as: 'Un nom ; le prochain calcul de ce nom est comparé à celui-ci.',
  vs: 'Le calcul auquel comparer : un numéro, `dernier` ou un nom.',
  quiet: 'Vous seul voyez la réponse.',
  share: 'Tout le monde ici voit la réponse.',
  subnet: 'D’où viennent les adresses : y en a-t-il assez ? La taille, `sous-réseau=/24`, suffit.',
  free: 'Les adresses libres, si vous les avez comptées.',
  cni: 'La version du VPC CNI, si ce n’est pas la dernière.',
  last: 'Le calcul le plus récent de cette conversation, à la place d’un numéro.',
  all: 'Ce qui suit vaut pour tous les groupes de nœuds.',
  default: 'À la place d’un nombre : retour à la valeur par défaut.',
  without:
    'Devant une entrée : 0, ou non. Devant un type, dans un changement : ce groupe de nœuds disparaît.',
}

/** À une ligne qui ne demande rien. */
export const courtesies: Readonly<Record<Courtesy, string>> = {
  greeting: 'Bonjour !',
  thanks: 'Avec plaisir.',
  assent: 'Très bien.',
}
export const whatToType: string =
  'Dites quels nœuds et quels pods, comme `t3.2xlarge 2 nœuds 27 pods` ; `aide` donne tous les mots que je connais.'

export const title: string = 'eksip'
export const summary: string =
  'Dites quels nœuds et quels pods : je réponds combien d’adresses du VPC ils prennent, pourquoi, et ce qui a changé.'
export const examples = (run = ANY_RUN): readonly (readonly [string, string])[] => [
  ['t3.2xlarge 2 nœuds 27 pods warm-ip=2', 'deux nœuds, 27 pods répartis sur eux'],
  ['2x t3.2xlarge 27 par nœud', '27 pods sur chacun des deux nœuds'],
  ['m5.large 3 nœuds + c5.xlarge 2 nœuds', 'deux groupes de nœuds'],
  [`et-si #${run} 40 pods`, 'un scénario antérieur avec un changement'],
]
export const commandsTitle: string = 'Commandes'
export const inputsTitle: string = 'Les mots d’une ligne, dans n’importe quel ordre'
export const moreHelp: string =
  '`aide warm-ip` explique un mot ; `aide commandes` et `aide mots` les expliquent tous.'
export const figures: string =
  '« Réservées » compte des ENI entières, comme on planifie ; « tenues » est ce que le VPC a donné en ce moment.'

export const takesCount = (least: number, most: number) =>
  `Un nombre entier de ${number(least)} à ${number(most)}.`
export const takesSwitch: string = 'Oui ou non ; le mot seul veut dire oui.'
export const byDefault = (value: number) => `Par défaut ${number(value)}.`
export const spellingsTitle: string = 'Aussi'
export { spelling } from './spelling.ts'

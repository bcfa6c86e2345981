import type { Field } from '../../reply/form.ts'
import type { BudgetUse } from '../../planner/budget.ts'
import type { Point } from '../../planner/staircase.ts'
import { counted, number } from './numbers.ts'

export const chart = {
  title: (label: string) => `${label} : adresses d’un nœud selon ses pods`,
  titleOf: (type: string) => `Adresses d’un nœud ${type}`,
  podsOnNode: 'pods sur le nœud',
  addresses: 'adresses',
  now: (pods: number) => `${number(pods)} ici`,
  node: (type: string, { pods, reserved, held }: Point) =>
    `Un nœud ${type} avec ${counted(pods, 'pod', 'pods')} réserve ${counted(reserved, 'adresse', 'adresses')} et en tient ${number(held)}.`,
  nextStair: (pods: number, { reserved, held }: Point) =>
    `À partir de ${counted(pods, 'pod', 'pods')} : ${number(reserved)} réservées, ${number(held)} tenues.`,
  lastStair: 'Aucun palier avant max-pods.',
  otherGroups: (count: number) =>
    `${counted(count, 'autre groupe de nœuds n’est pas dessiné', 'autres groupes de nœuds ne sont pas dessinés')} ; demandez le graphique de chacun dans sa propre ligne.`,
}

export const apply = {
  title: (label: string) => `${label} : ses réglages pour le VPC CNI`,
  nothing: (label: string) =>
    `${label} a les réglages par défaut du VPC CNI ; il n’y a rien à appliquer.`,
  tools: {
    kubectl: 'kubectl',
    aws: 'Module complémentaire EKS, avec la ligne de commande AWS',
    eksctl: 'Module complémentaire EKS, dans le fichier d’eksctl',
    terraform: 'Module complémentaire EKS, avec Terraform',
    helm: 'Helm',
  },
  back: (to: string) => `retour à ${to} :`,
  defaults: 'la configuration par défaut',
  unset: 'non défini',
  onType: (type: string, value: string) => `${value} sur ${type}`,
  conflict:
    'Le VPC CNI est un seul DaemonSet, avec les mêmes réglages pour tout le cluster. Les groupes de nœuds de ce scénario ne s’accordent pas sur ceux-ci ; choisissez une valeur pour tous :',
  wholeCluster:
    'Ils valent pour tous les nœuds du cluster. Si le VPC CNI est un module complémentaire EKS, réglez-les dans ce module : ce que kubectl y change est remis en place à la mise à jour suivante.',
  merge:
    'Un module prend toute sa configuration à la fois : gardez les valeurs que la vôtre a déjà. CLUSTER est à remplacer par son nom.',
  needsEniConfig:
    'Le réseau personnalisé demande aussi un ENIConfig par zone de disponibilité ; sans lui, les pods n’ont pas d’adresse.',
  needsResourceController:
    'Les groupes de sécurité par pod demandent aussi la stratégie AmazonEKSVPCResourceController sur le rôle du cluster.',
  newNodes: 'Les nœuds déjà en marche peuvent garder leur comportement : remplacez-les.',
}

function figureName({ figure, countsHeld }: BudgetUse): string {
  if (figure === 'held') return 'tenues'
  return countsHeld ? 'réservées ou tenues' : 'réservées'
}

export const budget = {
  none: 'Aucun budget n’est fixé ici.',
  isOff: 'Il n’y a plus de budget ici.',
  howToSet: 'Pour en fixer un : `budget 10.0.0.0/22`, ou `budget 500` pour un nombre d’adresses.',
  is: (available: number) => `Budget : ${counted(available, 'adresse', 'adresses')}`,
  subnets: (subnets: string) => [` dans ${subnets}, sans les cinq qu’AWS garde dans chacun`],
  setBy: 'Fixé par ',
  whatCounts:
    'Ce qui compte est le dernier calcul de chaque nom demandé ici. Tout le monde ici peut changer le budget ; qui l’a fait est noté.',
  plans: (count: number) => counted(count, 'plan nommé', 'plans nommés'),
  runAndPlans: (count: number) =>
    count === 0 ? 'ce calcul' : `ce calcul et ${counted(count, 'plan nommé', 'plans nommés')}`,
  usedBy: (use: BudgetUse, whom: string) =>
    `${number(use.used)} ${figureName(use)} sur ${counted(use.available, 'adresse', 'adresses')} par ${whom}`,
  left: (count: number) => `il en reste ${number(count)}`,
  over: (count: number) => `${number(count)} de trop`,
  ofChannel: (use: string) => `budget : ${use}`,
  overInHeadline: (count: number) =>
    `dépasse le budget de ${counted(count, 'adresse', 'adresses')}`,
}

export const buttons = {
  showAll: 'Tout montrer',
  whatIf: 'Et si…',
  compare: 'Comparer…',
  chart: 'Graphique',
  apply: 'Appliquer',
  steps: 'Plus ou moins',
  nodeMore: '+1 nœud',
  nodeLess: '−1 nœud',
  podsMore: '+5 pods',
  podsLess: '−5 pods',
  perNodeMore: '+5 pods par nœud',
  perNodeLess: '−5 pods par nœud',
}

export const fields: Readonly<Record<Field | 'switches', string>> = {
  type: 'Type d’instance',
  nodes: 'Nœuds',
  pods: 'Pods',
  per: 'Ces pods sont',
  'warm-eni': 'WARM_ENI_TARGET',
  'warm-ip': 'WARM_IP_TARGET',
  'min-ip': 'MINIMUM_IP_TARGET',
  'warm-prefix': 'WARM_PREFIX_TARGET',
  prefix: 'Délégation de préfixes',
  'max-eni': 'MAX_ENI',
  'custom-net': 'Réseau personnalisé',
  'pod-eni': 'Groupes de sécurité par pod',
  'multi-nic': 'Toutes les cartes réseau',
  ipv6: 'IPv6',
  'max-pods': 'max-pods',
  managed: 'Groupe de nœuds géré',
  daemonset: 'Pods de daemonset',
  'host-net': 'Pods sur l’adresse du nœud',
  'sg-pods': 'Pods avec une ENI de branche',
  attached: 'ENI déjà attachées',
  unmanaged: 'ENI que le CNI laisse de côté',
  'primary-excluded': 'Sous-réseau primaire exclu',
  subnet: 'Sous-réseaux',
  free: 'Adresses libres',
  cni: 'Version du VPC CNI',
  name: 'Nom',
  switches: 'Activés',
}

export const fieldHelp = {
  type: 'Tapez quelques lettres : m5.l, 2xlarge.',
  subnet:
    '10.0.0.0/22, ou /24 pour sa seule taille ; plusieurs avec des virgules. Est-ce que ça tient ?',
  free: 'Les adresses libres des sous-réseaux, si vous les avez comptées.',
  cni: 'Si ce n’est pas la dernière.',
  name: 'Le prochain calcul de ce nom est comparé à celui-ci.',
}

export const form = {
  title: 'Combien d’adresses ?',
  whatIfTitle: (run: number) => `Et si… #${run}`,
  compareTitle: 'Comparer',
  submit: 'Demander',
  compareSubmit: 'Comparer',
  close: 'Annuler',
  closeNotice: 'Fermer',
  inTotal: 'au total, répartis sur les nœuds',
  perNode: 'sur chaque nœud',
  more: 'Plus de réglages',
  typePlaceholder: 'm5.large',
  childRun: (run: number) => `La réponse est un calcul à part, comparé à #${run}.`,
  place: 'Où répondre',
  change: 'Ce qui change',
  changeHelp:
    'Comme dans une ligne : m5.large 3 nœuds · tous: warm-ip=2 · + c5.large 2 nœuds · sans m5.large',
  groups: (run: number) => `#${run} a plusieurs groupes de nœuds :`,
  compareWith: (run: number) => `Comparer #${run} avec`,
  compareHelp: 'De un à quatre calculs. Tapez un numéro, un nom ou un type.',
  comparePlaceholder: 'calculs récents, nommés et épinglés',
  recent: 'Récents',
  named: 'Nommés',
  pinned: 'Épinglés',
  changed: 'Ce formulaire n’est plus à jour. Merci de l’ouvrir à nouveau.',
  notOurs:
    'Ce message n’est pas une de mes réponses que je retrouve, ou vous ne pouvez pas voir son calcul.',
  gone: (run: number) =>
    `#${run} n’est plus là : il a été supprimé, ou vous ne pouvez pas le voir.`,
}

export const home = {
  ask: 'Poser une question',
  pinned: 'Épinglés',
  named: 'Plans nommés',
  recent: 'Vos derniers calculs',
  nothingYet:
    'Rien encore. Cliquez sur « Poser une question », ou écrivez `/eksip t3.2xlarge 2 nœuds 27 pods`.',
  budgets: 'Budgets des canaux où vous avez demandé',
  settings: 'Vos réglages',
  examples: 'Lignes à essayer',
  auto: 'comme dans Slack',
  english: 'English',
  french: 'français',
  newest: (version: string) => `${version}, la plus récente`,
  toChannel: 'le canal voit la réponse',
  toAsker: 'moi seul vois la réponse',
  settingNames: {
    language: 'Langue des réponses',
    cni: 'Version du VPC CNI si une ligne n’en nomme pas',
    quiet: 'Qui voit une réponse, sauf si une ligne dit `discret` ou `partager`',
    figure: 'Chiffre compté dans les budgets',
  },
  figures: {
    reserved: 'réservées : des ENI entières',
    held: 'tenues : ce que le VPC a donné',
  },
}

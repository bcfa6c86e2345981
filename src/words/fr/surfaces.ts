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
    aws: 'Module EKS, avec la ligne de commande AWS',
    eksctl: 'Module EKS, dans le fichier d’eksctl',
    terraform: 'Module EKS, avec Terraform',
    helm: 'Helm',
  },
  back: (to: string) => `retour à ${to} :`,
  defaults: 'la configuration par défaut',
  unset: 'non défini',
  onType: (type: string, value: string) => `${value} sur ${type}`,
  conflict:
    'Le VPC CNI est un seul DaemonSet, avec les mêmes réglages pour tout le cluster. Les groupes de nœuds de ce scénario ne s’accordent pas sur ceux-ci ; choisissez une valeur pour tous :',
  wholeCluster:
    'Ils valent pour tous les nœuds du cluster. Si le VPC CNI est un module EKS, réglez-les dans le module : ce que kubectl y change est remis en place à la mise à jour suivante.',
  merge:
    'Un module prend toute sa configuration à la fois : gardez les valeurs que la vôtre a déjà. CLUSTER est à remplacer par son nom.',
  newNodes: 'Les nœuds déjà en marche peuvent garder leur comportement : remplacez-les.',
}

const figureNames = { reserved: 'réservées', held: 'tenues' } as const
type FigureName = keyof typeof figureNames

export const budget = {
  none: 'Ce canal n’a pas de budget.',
  isOff: 'Ce canal n’a plus de budget.',
  howToSet: 'Pour en fixer un : `budget 10.0.0.0/22`, ou `budget 500` pour un nombre d’adresses.',
  is: (available: number) => `Le budget de ce canal : ${counted(available, 'adresse', 'adresses')}`,
  subnets: (subnets: string) => [` dans ${subnets}, sans les cinq qu’AWS garde dans chacun`],
  setBy: 'Fixé par ',
  whatCounts:
    'Ce qui compte est le dernier calcul de chaque nom de ce canal. Tout le monde ici peut changer le budget ; qui l’a fait est noté.',
  used: (used: number, available: number, figure: FigureName, plans: number) =>
    `${number(used)} ${figureNames[figure]} sur ${counted(available, 'adresse', 'adresses')} par ${counted(plans, 'plan nommé', 'plans nommés')}`,
  left: (count: number) => `il en reste ${number(count)}`,
  over: (count: number) => `${number(count)} de trop`,
  withThis: (use: string) => `budget de ce canal, avec ce calcul : ${use}`,
  overInHeadline: (count: number) =>
    `dépasse le budget de ce canal de ${counted(count, 'adresse', 'adresses')}`,
}

export const buttons = {
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

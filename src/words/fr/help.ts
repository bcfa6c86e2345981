import type { INPUTS } from '../../command/grammar.ts'

type InputWord = (typeof INPUTS)[number]['word']

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

export const title: string = 'eksip'
export const summary: string =
  'Dites quels nœuds et quels pods : je réponds combien d’adresses du VPC ils prennent, pourquoi, et ce qui a changé.'
export const inputsTitle: string = 'Ce qu’une ligne peut dire, dans n’importe quel ordre'
export const examples: readonly (readonly [string, string])[] = [
  ['t3.2xlarge 2 nœuds 27 pods warm-ip=2', 'deux nœuds, 27 pods répartis sur eux'],
  ['2x t3.2xlarge 27 par nœud', '27 pods sur chacun des deux nœuds'],
  ['m5.large 3 nœuds 20 pods + c5.xlarge 2 nœuds 10 pods', 'deux groupes de nœuds'],
]
export const otherInputs: readonly (readonly [string, string])[] = [
  [
    'pourquoi t3.2xlarge 15 pods',
    'Les décisions du démon du nœud derrière les chiffres ; rien n’est enregistré.',
  ],
  ['comme prod-bleu', 'Un nom ; le prochain calcul de ce nom est comparé à celui-ci.'],
  ['subnet=10.0.0.0/22', 'D’où viennent les adresses : y en a-t-il assez ? `subnet=/24` suffit.'],
  ['free=120', 'Les adresses libres, si vous les avez comptées.'],
  ['cni=1.8', 'La version du VPC CNI, si ce n’est pas la dernière.'],
  ['tous: warm-ip=2', 'Ce qui suit vaut pour tous les groupes de nœuds.'],
]
export const figures: string =
  '« Réservées » compte des ENI entières, comme on planifie ; « tenues » est ce que le VPC a donné en ce moment.'

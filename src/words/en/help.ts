import type { INPUTS } from '../../command/grammar.ts'

type InputWord = (typeof INPUTS)[number]['word']

/** What each input means, in one line. */
export const inputHelp: Readonly<Record<InputWord, string>> = {
  nodes: 'Nodes of the group; 1 when not given.',
  pods: 'Pods of the group that need an address, spread evenly over its nodes.',
  'pods/node': 'Pods on each node that need an address.',
  'warm-eni': 'WARM_ENI_TARGET: whole ENIs kept in reserve on each node; 1 by default.',
  'warm-ip': 'WARM_IP_TARGET: free addresses kept on each node, instead of whole ENIs.',
  'min-ip': 'MINIMUM_IP_TARGET: addresses that each node has at least, used or free.',
  'warm-prefix': 'WARM_PREFIX_TARGET: free /28 prefixes kept on each node; 1 by default.',
  prefix: 'ENABLE_PREFIX_DELEGATION: a slot takes a /28 prefix of 16 addresses.',
  'max-eni': 'MAX_ENI: ENIs that each node may attach, below the limit of its type.',
  'custom-net': 'AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: pods in subnets of their own.',
  'pod-eni': 'ENABLE_POD_ENI: security groups for pods, with a trunk ENI on each node.',
  'multi-nic': 'ENABLE_MULTI_NIC: a pool of addresses on every network card.',
  ipv6: 'ENABLE_IPv6: pods on IPv6; each node takes one IPv4 address.',
  'max-pods': "The kubelet's max-pods; by formula when not given.",
  managed: 'A managed node group: max-pods is capped at 110 or 250.',
  daemonset: 'Daemonset pods on every node that need an address, beside the others.',
  'host-net': 'Pods on the address of their node; 2 by default. They count for max-pods only.',
  'sg-pods': 'Pods of each node with a branch ENI of their own.',
  attached: 'ENIs that each node has attached already; a fresh node when not given.',
  unmanaged: 'ENIs of each node that the VPC CNI leaves alone.',
  'primary-excluded': "The nodes' own subnet is tagged kubernetes.io/role/cni=0.",
}

export const title: string = 'eksip'
export const summary: string =
  'Say which nodes and pods, and I say how many VPC addresses they take, why, and what changed.'
export const inputsTitle: string = 'What a line can say, in any order'
export const examples: readonly (readonly [string, string])[] = [
  ['t3.2xlarge 2 nodes 27 pods warm-ip=2', 'two nodes, 27 pods spread over them'],
  ['2x t3.2xlarge 27/node', '27 pods on each of two nodes'],
  ['m5.large 3 nodes 20 pods + c5.xlarge 2 nodes 10 pods', 'two node groups'],
]
export const otherInputs: readonly (readonly [string, string])[] = [
  [
    'why t3.2xlarge 15 pods',
    'The decisions of the node daemon behind the figures; nothing is saved.',
  ],
  ['as prod-blue', 'A name; the next run of that name is compared with this one.'],
  ['subnet=10.0.0.0/22', 'Where the addresses come from: does it fit? `subnet=/24` is enough.'],
  ['free=120', 'The free addresses, where you have counted them.'],
  ['cni=1.8', 'The VPC CNI version, when it is not the newest.'],
  ['all: warm-ip=2', 'What follows counts for every node group.'],
]
export const figures: string =
  'Reserved counts whole ENIs, as a planner does; held is what the VPC has given out right now.'

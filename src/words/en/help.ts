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

/** What each command does, in one line. */
export const commandHelp: Readonly<Record<CommandWord, string>> = {
  help: 'Every word that I know, or one of them.',
  show: 'An earlier run, whole.',
  history: 'Earlier runs, newest first; of one run, those it comes from and those that came of it.',
  compare: 'Runs side by side, and what sets them apart.',
  why: 'The decisions of the node daemon behind the figures; nothing is saved. Before a type `2` counts nodes; write `#2` for a run.',
  chart:
    'The addresses of a node against its pods, as a staircase; nothing is saved. Before a type `2` counts nodes; write `#2` for a run.',
  apply:
    'How the CNI gets these settings: kubectl, the EKS add-on, Helm; nothing is saved. Before a type `2` counts nodes; write `#2` for a run.',
  'what-if': 'An earlier scenario with something changed.',
  name: 'Gives a run a name.',
  unname: 'Takes the name of a run away.',
  pin: 'Keeps a run at hand: `history pinned`.',
  unpin: 'Takes the pin off.',
  delete: 'Takes a run out of the history.',
  export: 'Earlier runs as a file for a spreadsheet or a script.',
  budget: 'What a channel has for its plans: subnets, or a number of addresses.',
  settings: 'Your language, VPC CNI version and the like.',
}

/** What each of the other words of a line means. */
export const keywordHelp: Readonly<Record<KeywordWord, string>> = {
  as: 'A name; the next run of that name is compared with this one.',
  vs: 'The run to compare with: a number, `last` or a name.',
  quiet: 'Only you see the answer.',
  share: 'Everybody here sees the answer.',
  subnet: 'Where the addresses come from: does it fit? Its size, `subnet=/24`, is enough.',
  free: 'The free addresses, where you have counted them.',
  cni: 'The VPC CNI version, when it is not the newest.',
  last: 'The newest run of this conversation, in place of a number.',
  all: 'What follows counts for every node group.',
  default: 'In place of a number: back to the default.',
  without: 'Before an input: 0, or off. Before a type, in a change: that node group goes.',
}

/** To a line that asks nothing. */
export const courtesies: Readonly<Record<Courtesy, string>> = {
  greeting: 'Hello!',
  thanks: 'You are welcome.',
  assent: 'All right.',
}
export const whatToType: string =
  'Say which nodes and pods, such as `t3.2xlarge 2 nodes 27 pods`; `help` lists every word that I know.'

export const title: string = 'eksip'
export const summary: string =
  'Say which nodes and pods, and I say how many VPC addresses they take, why, and what changed.'
export const examples = (run = ANY_RUN): readonly (readonly [string, string])[] => [
  ['t3.2xlarge 2 nodes 27 pods warm-ip=2', 'two nodes, 27 pods spread over them'],
  ['2x t3.2xlarge 27/node', '27 pods on each of two nodes'],
  ['m5.large 3 nodes + c5.xlarge 2 nodes', 'two node groups'],
  [`what-if #${run} 40 pods`, 'an earlier scenario with something changed'],
]
export const commandsTitle: string = 'Commands'
export const inputsTitle: string = 'Words of a line, in any order'
export const moreHelp: string =
  '`help warm-ip` tells about one word; `help commands` and `help words` tell about all of them.'
export const figures: string =
  'Reserved counts whole ENIs, as a planner does; held is what the VPC has given out right now.'

export const takesCount = (least: number, most: number) =>
  `A whole number from ${number(least)} to ${number(most)}.`
export const takesSwitch: string = 'On or off; the bare word means on.'
export const byDefault = (value: number) => `By default ${number(value)}.`
export const spellingsTitle: string = 'Also'
export { spelling } from './spelling.ts'

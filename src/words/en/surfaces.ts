import type { Field } from '../../reply/form.ts'
import type { BudgetUse } from '../../planner/budget.ts'
import type { Point } from '../../planner/staircase.ts'
import { counted, number } from './numbers.ts'

export const chart = {
  title: (label: string) => `${label}: addresses of a node by its pods`,
  titleOf: (type: string) => `Addresses of one ${type} node`,
  podsOnNode: 'pods on the node',
  addresses: 'addresses',
  now: (pods: number) => `${number(pods)} now`,
  node: (type: string, { pods, reserved, held }: Point) =>
    `${article(type)} ${type} node with ${counted(pods, 'pod', 'pods')} reserves ${counted(reserved, 'address', 'addresses')} and holds ${number(held)}.`,
  nextStair: (pods: number, { reserved, held }: Point) =>
    `From ${counted(pods, 'pod', 'pods')} on it is ${number(reserved)} reserved, ${number(held)} held.`,
  lastStair: 'No step comes before max-pods.',
  otherGroups: (count: number) =>
    `${counted(count, 'more node group is', 'more node groups are')} not drawn; ask for the chart of each in a line of its own.`,
}

export const apply = {
  title: (label: string) => `${label}: its settings for the VPC CNI`,
  nothing: (label: string) =>
    `${label} has the defaults of the VPC CNI; there is nothing to apply.`,
  tools: {
    kubectl: 'kubectl',
    aws: 'EKS add-on, with the AWS command line',
    eksctl: 'EKS add-on, in the file of eksctl',
    terraform: 'EKS add-on, with Terraform',
    helm: 'Helm',
  },
  back: (to: string) => `back to ${to}:`,
  defaults: 'the defaults',
  unset: 'not set',
  onType: (type: string, value: string) => `${value} on ${type}`,
  conflict:
    'The VPC CNI is one DaemonSet with one set of settings for the whole cluster. The node groups of this scenario do not agree on these, so choose one value for all of them:',
  wholeCluster:
    'These count for every node of the cluster. Where the VPC CNI is an EKS add-on, set them in the add-on: what kubectl changes there is set back by the next update.',
  merge:
    'An add-on takes its whole configuration at once: keep the values that yours has already. CLUSTER stands for its name.',
  needsEniConfig:
    'Custom networking also needs an ENIConfig for each availability zone; without one, pods get no address.',
  needsResourceController:
    'Security groups for pods also need the policy AmazonEKSVPCResourceController on the role of the cluster.',
  newNodes: 'Nodes that run already may keep their old ways: replace them.',
}

function figureName({ figure, countsHeld }: BudgetUse): string {
  if (figure === 'held') return 'held'
  return countsHeld ? 'reserved or held' : 'reserved'
}

export const budget = {
  none: 'No budget is set here.',
  isOff: 'There is no budget here any more.',
  howToSet: 'Set one with `budget 10.0.0.0/22`, or with `budget 500` for a number of addresses.',
  is: (available: number) => `Budget: ${counted(available, 'address', 'addresses')}`,
  subnets: (subnets: string) => [` in ${subnets}, without the five that AWS keeps in each`],
  setBy: 'Set by ',
  whatCounts:
    'What counts is the latest run of each name that was asked here. Everybody here may change the budget; who did is written down.',
  plans: (count: number) => counted(count, 'named plan', 'named plans'),
  runAndPlans: (count: number) =>
    count === 0 ? 'this run' : `this run and ${counted(count, 'named plan', 'named plans')}`,
  usedBy: (use: BudgetUse, whom: string) =>
    `${number(use.used)} of ${counted(use.available, 'address', 'addresses')} ${figureName(use)} by ${whom}`,
  left: (count: number) => `${number(count)} left`,
  over: (count: number) => `${number(count)} too many`,
  ofChannel: (use: string) => `budget: ${use}`,
  overInHeadline: (count: number) => `over the budget by ${counted(count, 'address', 'addresses')}`,
}

export const buttons = {
  showAll: 'Show all',
  whatIf: 'What if…',
  compare: 'Compare…',
  chart: 'Chart',
  apply: 'Apply',
  steps: 'More or fewer',
  nodeMore: '+1 node',
  nodeLess: '−1 node',
  podsMore: '+5 pods',
  podsLess: '−5 pods',
  perNodeMore: '+5 pods per node',
  perNodeLess: '−5 pods per node',
}

export const fields: Readonly<Record<Field | 'switches', string>> = {
  type: 'Instance type',
  nodes: 'Nodes',
  pods: 'Pods',
  per: 'These pods are',
  'warm-eni': 'WARM_ENI_TARGET',
  'warm-ip': 'WARM_IP_TARGET',
  'min-ip': 'MINIMUM_IP_TARGET',
  'warm-prefix': 'WARM_PREFIX_TARGET',
  prefix: 'Prefix delegation',
  'max-eni': 'MAX_ENI',
  'custom-net': 'Custom networking',
  'pod-eni': 'Security groups for pods',
  'multi-nic': 'Every network card',
  ipv6: 'IPv6',
  'max-pods': 'max-pods',
  managed: 'Managed node group',
  daemonset: 'Daemonset pods',
  'host-net': 'Pods on the node’s own address',
  'sg-pods': 'Pods with a branch ENI',
  attached: 'ENIs attached already',
  unmanaged: 'ENIs that the CNI leaves alone',
  'primary-excluded': 'Primary subnet excluded',
  subnet: 'Subnets',
  free: 'Free addresses',
  cni: 'VPC CNI version',
  name: 'Name',
  switches: 'Switched on',
}

export const fieldHelp = {
  type: 'Type a few letters: m5.l, 2xlarge.',
  subnet: '10.0.0.0/22, or /24 for its size alone; several with commas. Does it fit?',
  free: 'The free addresses of the subnets, where you have counted them.',
  cni: 'When it is not the newest.',
  name: 'The next run of that name is compared with this one.',
}

export const form = {
  title: 'How many addresses?',
  whatIfTitle: (run: number) => `What if… #${run}`,
  compareTitle: 'Compare',
  submit: 'Ask',
  compareSubmit: 'Compare',
  close: 'Cancel',
  closeNotice: 'Close',
  inTotal: 'in total, spread over the nodes',
  perNode: 'on each node',
  more: 'More settings',
  typePlaceholder: 'm5.large',
  childRun: (run: number) => `The answer is a run of its own, compared with #${run}.`,
  place: 'Where to answer',
  change: 'What changes',
  changeHelp:
    'As in a line: m5.large 3 nodes · all: warm-ip=2 · + c5.large 2 nodes · without m5.large',
  groups: (run: number) => `#${run} has several node groups:`,
  compareWith: (run: number) => `Compare #${run} with`,
  compareHelp: 'One to four runs. Type a number, a name or a type.',
  comparePlaceholder: 'recent, named and pinned runs',
  recent: 'Recent',
  named: 'Named',
  pinned: 'Pinned',
  changed: 'That form is out of date. Please open it again.',
  notOurs: 'That message is no answer of mine that I can find, or you may not see its run.',
  gone: (run: number) => `#${run} is no longer there: it was deleted, or you may not see it.`,
}

export const home = {
  ask: 'Ask a question',
  pinned: 'Pinned',
  named: 'Named plans',
  recent: 'What you asked last',
  nothingYet: 'Nothing yet. Press “Ask a question”, or write `/eksip t3.2xlarge 2 nodes 27 pods`.',
  budgets: 'Budgets of the channels where you asked',
  settings: 'Your settings',
  examples: 'Lines to try',
  auto: 'as Slack says',
  english: 'English',
  french: 'français',
  newest: (version: string) => `${version}, the newest`,
  toChannel: 'the channel sees the answer',
  toAsker: 'only I see the answer',
  settingNames: {
    language: 'Language of the answers',
    cni: 'VPC CNI version where a line names none',
    quiet: 'Who sees an answer, unless a line says `quiet` or `share`',
    figure: 'Figure that budgets are counted with',
  },
  figures: { reserved: 'reserved: whole ENIs', held: 'held: what the VPC has given out' },
}

/** Before a type as it is spelt out: an m5, a t3. */
function article(type: string): string {
  return /^[aefhilmnorsx]/.test(type) ? 'An' : 'A'
}

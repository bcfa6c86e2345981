import { describe, expect, test } from 'vitest'
import { INPUTS, type Input } from '../../src/command/grammar.ts'
import { reading } from './reading.ts'

type Table = readonly (readonly [line: string, canonical: string])[]

const WHY: Table = [
  ['why t3.large 2 nodes', 'why t3.large 2 nodes'],
  ['Pourquoi 27 pods sur t3.large ?', 'why t3.large 27 pods'],
  ['why', 'type-missing()'],
]

const SPACES: Table = [
  ['t3.large subnet=/24', 't3.large subnet=/24'],
  ['t3.large subnet /24 2 nodes', 't3.large 2 nodes subnet=/24'],
  ['subnet=10.0.0.0/22 t3.large', 't3.large subnet=10.0.0.0/22'],
  ['t3.large subnets: 10.0.0.0/24, 10.0.1.0/24', 't3.large subnet=10.0.0.0/24 subnet=10.0.1.0/24'],
  ['t3.large subnet=/24,/25 27/node', 't3.large 27 pods/node subnet=/24 subnet=/25'],
  ['t3.large sous-réseau=/24', 't3.large subnet=/24'],
  ['t3.large free=120', 't3.large free=120'],
  ['t3.large 120 free', 't3.large free=120'],
  ['t3.large 120 adresses libres', 't3.large free=120'],
  ['t3.large no subnet', 't3.large'],
  ['t3.large free 0 subnet=/28', 't3.large subnet=/28 free=0'],
  ['m5.large subnet=/24 + c5.large free=9', 'm5.large + c5.large subnet=/24 free=9'],
]

const COUNTS: Table = [
  ['t3.2xlarge', 't3.2xlarge'],
  ['T3.2XLarge', 't3.2xlarge'],
  ['t3.2xlarge 2 nodes 27 pods warm-ip=2', 't3.2xlarge 2 nodes 27 pods warm-ip=2'],
  ['warm-ip=2 27 pods 2 nodes t3.2xlarge', 't3.2xlarge 2 nodes 27 pods warm-ip=2'],
  ['t3.2xlarge, 2 nodes, 27 pods.', 't3.2xlarge 2 nodes 27 pods'],
  ['t3.2xlarge,2 nodes,27 pods', 't3.2xlarge 2 nodes 27 pods'],
  ['t3.2xlarge 1 node', 't3.2xlarge'],
  ['t3.2xlarge 002 nodes', 't3.2xlarge 2 nodes'],
  ['t3.2xlarge 2n 27p', 't3.2xlarge 2 nodes 27 pods'],
  ['t3.2xlarge 2nodes 27pods', 't3.2xlarge 2 nodes 27 pods'],
  ['t3.2xlarge 2-node 27-pod', 't3.2xlarge 2 nodes 27 pods'],
  ['t3.2xlarge nodes=2 pods=27', 't3.2xlarge 2 nodes 27 pods'],
  ['t3.2xlarge nodes: 2, pods: 27', 't3.2xlarge 2 nodes 27 pods'],
  ['t3.2xlarge nodes = 2', 't3.2xlarge 2 nodes'],
  ['t3.2xlarge nodes 2 pods 27', 't3.2xlarge 2 nodes 27 pods'],
  ['--instance-type t3.2xlarge --nodes 2 --pods=27', 't3.2xlarge 2 nodes 27 pods'],
  ['instanceType: t3.2xlarge desired_size = 2', 't3.2xlarge 2 nodes'],
  ['instance_types = ["t3.2xlarge"] replicas: 27', 't3.2xlarge 27 pods'],
  ['t3.2xlarge: 3 machines', 't3.2xlarge 3 nodes'],
  ['2 instances of t3.2xlarge', 't3.2xlarge 2 nodes'],
  ['t3.2xlarge 0 pods', 't3.2xlarge 0 pods'],
  ['t3.2xlarge no pods', 't3.2xlarge 0 pods'],
  ['20 pods shared across 3 nodes t3.2xlarge', 't3.2xlarge 3 nodes 20 pods'],
  ['20 pods partagés sur 3 nœuds t3.2xlarge', 't3.2xlarge 3 nodes 20 pods'],
  ['three nodes 20 pods t3.2xlarge', 't3.2xlarge 3 nodes 20 pods'],
  ['two t3.2xlarge', 't3.2xlarge 2 nodes'],
  ['t3.2xlarge one node twelve pods per node', 't3.2xlarge 12 pods/node'],
  ['t3.2xlarge trois nœuds vingt pods', 't3.2xlarge 3 nodes 20 pods'],
  ['t3.2xlarge as three', 't3.2xlarge as three'],
  ['t3.2xlarge 27 pods total', 't3.2xlarge 27 pods'],
  ['t3.2xlarge 27 pods in total on 2 nodes', 't3.2xlarge 2 nodes 27 pods'],
  ['how many IPs for 2 t3.2xlarge nodes with 27 pods?', 't3.2xlarge 2 nodes 27 pods'],
  ['I have 2 t3.2xlarge nodes, please', 't3.2xlarge 2 nodes'],
  ['(`t3.2xlarge`, *2 nodes*)', 't3.2xlarge 2 nodes'],
  ['`t3.2xlarge` *27* pods', 't3.2xlarge 27 pods'],
  ['*t3.2xlarge* 2 nodes', 't3.2xlarge 2 nodes'],
  ['/eksip t3.2xlarge', 't3.2xlarge'],
  ['@eksip t3.2xlarge', 't3.2xlarge'],
]

const TIMES: Table = [
  ['2x t3.2xlarge', 't3.2xlarge 2 nodes'],
  ['2 x t3.2xlarge', 't3.2xlarge 2 nodes'],
  ['2xt3.2xlarge', 't3.2xlarge 2 nodes'],
  ['2 t3.2xlarge', 't3.2xlarge 2 nodes'],
  ['2 t3.2xlarge nodes 27 pods', 't3.2xlarge 2 nodes 27 pods'],
  ['2 × t3.2xlarge · 27 pods · WARM_IP_TARGET=2', 't3.2xlarge 2 nodes 27 pods warm-ip=2'],
  ['2×t3.2xlarge', 't3.2xlarge 2 nodes'],
  ['2*t3.2xlarge', 't3.2xlarge 2 nodes'],
  ['t3.2xlarge ×2', 't3.2xlarge 2 nodes'],
  ['t3.2xlarge×2', 't3.2xlarge 2 nodes'],
  ['t3.2xlarge x2', 't3.2xlarge 2 nodes'],
  ['t3.2xlargex2', 't3.2xlarge 2 nodes'],
  ['t3.2xlarge x 2', 't3.2xlarge 2 nodes'],
  ['t3.2xlarge * 2', 't3.2xlarge 2 nodes'],
]

const PER_NODE: Table = [
  ['t3.2xlarge 27/node', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge 27 / nodes', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge 27 pods/node', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge 27p/n', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge 27 pods per node', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge 27 per node', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge 27 pods by node', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge 27 pods-per-node', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge pods=27/node', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge pods/node=27', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge pods per node: 27', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge podsPerNode=27', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge 27 each', 't3.2xlarge 27 pods/node'],
  ['2 nodes of t3.2xlarge, 27 pods each', 't3.2xlarge 2 nodes 27 pods/node'],
  ['t3.2xlarge 27 pods on each of 2 nodes', 't3.2xlarge 2 nodes 27 pods/node'],
  ['t3.2xlarge 27 pods for each node', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge 27 each nodes=2', 't3.2xlarge 2 nodes 27 pods/node'],
]

const SETTINGS: Table = [
  ['t3.large warm-eni=0', 't3.large warm-eni=0'],
  ['t3.large warm-eni=1', 't3.large'],
  ['t3.large min-ip=10 warm-ip=2', 't3.large warm-ip=2 min-ip=10'],
  ['t3.large warm-prefix=2 prefix', 't3.large warm-prefix=2 prefix'],
  ['t3.large --warm-ip 2', 't3.large warm-ip=2'],
  ['t3.large —warm-ip 2', 't3.large warm-ip=2'],
  ['t3.large Warm_IP=2', 't3.large warm-ip=2'],
  ['t3.large warm ip 2', 't3.large warm-ip=2'],
  ['t3.large warm ip target = 2', 't3.large warm-ip=2'],
  ['t3.large warm-ip of 2', 't3.large warm-ip=2'],
  ['t3.large 2 warm-ip', 't3.large warm-ip=2'],
  ['t3.large no warm-eni', 't3.large warm-eni=0'],
  ['t3.large warm_eni_target=2', 't3.large warm-eni=2'],
  ['t3.large WARM_IP_TARGET=2', 't3.large warm-ip=2'],
  ['t3.large Minimum_Ip_Target=10', 't3.large min-ip=10'],
  ['t3.large WARM_PREFIX_TARGET=3', 't3.large warm-prefix=3'],
  ['t3.large MAX_ENI=2', 't3.large max-eni=2'],
  ['t3.large warmIpTarget=2', 't3.large warm-ip=2'],
  ['t3.large WARM_IP_TARGET: "2"', 't3.large warm-ip=2'],
  ["t3.large WARM_IP_TARGET='2'", 't3.large warm-ip=2'],
  ['t3.large WARM_IP_TARGET=2,MINIMUM_IP_TARGET=10', 't3.large warm-ip=2 min-ip=10'],
  ['t3.large env:\n- name: WARM_IP_TARGET\n  value: "2"', 't3.large warm-ip=2'],
  ['t3.large env:\\n- name: WARM_IP_TARGET\\n  value: "2"', 't3.large warm-ip=2'],
  ['t3.large \\\n  2 nodes \\ 5 pods \\', 't3.large 2 nodes 5 pods'],
  [
    'max-pods=20 managed ds=3 2 nodes m5.large + c5.large',
    'm5.large 2 nodes max-pods=20 managed daemonset=3 + c5.large max-pods=20 managed daemonset=3',
  ],
  ["t3.large as 'a \\ #'", 't3.large as "a \\ #"'],
  ['vs last t3.large 2 nodes', 't3.large 2 nodes vs last'],
  ['t3.large as $', 't3.large as $'],
  ['- name: ENABLE_PREFIX_DELEGATION\n  value: "true"\nt3.large', 't3.large prefix'],
  ['$ kubectl set env ds aws-node -n kube-system WARM_IP_TARGET=2 t3.large', 't3.large warm-ip=2'],
  ['> t3.large 2 nodes', 't3.large 2 nodes'],
  [
    't3.large kubectl -n kube-system set env daemonset aws-node WARM_IP_TARGET=2',
    't3.large warm-ip=2',
  ],
  ['t3.large kubectl set env ds/aws-node -n kube-system MAX_ENI=2', 't3.large max-eni=2'],
  ['t3.large prefix=on', 't3.large prefix'],
  ['t3.large prefix=off', 't3.large'],
  ['t3.large prefix off', 't3.large'],
  ['t3.large with prefixes', 't3.large prefix'],
  ['t3.large prefix delegation', 't3.large prefix'],
  ['t3.large without prefix', 't3.large'],
  ['t3.large prefix 1 node', 't3.large prefix'],
  ['t3.large ENABLE_PREFIX_DELEGATION=true', 't3.large prefix'],
  ['t3.large AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG=true', 't3.large custom-net'],
  ['t3.large custom networking', 't3.large custom-net'],
  ['t3.large ENABLE_POD_ENI=true', 't3.large pod-eni'],
  ['t3.large ENABLE_MULTI_NIC: true', 't3.large multi-nic'],
  ['t3.large ENABLE_IPv6=1', 't3.large ipv6'],
]

const OTHER_INPUTS: Table = [
  ['t3.large max-pods=30', 't3.large max-pods=30'],
  ['t3.large --maxPods 30', 't3.large max-pods=30'],
  ['t3.large max pods 30', 't3.large max-pods=30'],
  ['t3.large managed', 't3.large managed'],
  ['t3.large mng', 't3.large managed'],
  ['t3.large managed node group', 't3.large managed'],
  ['t3.large daemonset=3', 't3.large daemonset=3'],
  ['t3.large 3 daemonsets', 't3.large daemonset=3'],
  ['t3.large ds 3', 't3.large daemonset=3'],
  ['t3.large host-net=4', 't3.large host-net=4'],
  ['t3.large host-network: 2', 't3.large'],
  ['t3.large sg-pods=3', 't3.large sg-pods=3'],
  ['t3.large branch_pods=3', 't3.large sg-pods=3'],
  ['t3.large attached=2', 't3.large attached=2'],
  ['t3.large 2 ENIs attached', 't3.large attached=2'],
  ['t3.large unmanaged=1', 't3.large unmanaged=1'],
  ['t3.large primary-excluded', 't3.large primary-excluded'],
]

const COMMENTS: Table = [
  [
    'env:\n- name: WARM_IP_TARGET # two to spare\n  value: "2" # don\'t "change\nt3.large',
    't3.large warm-ip=2',
  ],
  ['# our cluster\nt3.large 2 nodes\n#', 't3.large 2 nodes'],
  ['t3.large 2 nodes\n  ## that is all', 't3.large 2 nodes'],
  ['t3.large\r\n# of prod\r\n2 nodes', 't3.large 2 nodes'],
  ['t3.large # a\n2 nodes # b\n27 pods', 't3.large 2 nodes 27 pods'],
  ['t3.large\nas "a # b"', 't3.large as "a # b"'],
  ['# nothing else\n', 'help'],
  ['compare #41\n#42', 'compare #41 #42'],
  ['compare # 41\n#42', 'not-a-reference(# 41)'],
  ['t3.large\n# 2 nodes', 'unknown-word(#)'],
  ['t3.large\n#prod', 'unknown-word(#prod)'],
  ['t3.large # 2 nodes', 'unknown-word(#)'],
  ['t3.large # of prod', 'unknown-word(#) unknown-word(prod)'],
]

const RUNBOOKS: Table = [
  [
    't3.large\nkubectl set env daemonset aws-node -n kube-system WARM_IP_TARGET=5 MINIMUM_IP_TARGET=20',
    't3.large warm-ip=5 min-ip=20',
  ],
  [
    'env:\n- name: "WARM_ENI_TARGET"\n  value: "0"\n- name: WARM_PREFIX_TARGET\n  value: "1"\nm5.large',
    'm5.large warm-eni=0',
  ],
  ['t3.large WARM_IP_TARGET-', 't3.large'],
  ['t3.large {"env":{"WARM_IP_TARGET":"2"}}', 't3.large warm-ip=2'],
  ['t3.large --set env.WARM_IP_TARGET=2', 't3.large warm-ip=2'],
  ['t3.large --set-string env.WARM_IP_TARGET=2', 't3.large warm-ip=2'],
  ['t3.large {"name":"WARM_IP_TARGET","value":"2"}', 't3.large warm-ip=2'],
  ['t3.large name WARM_IP_TARGET value 2', 't3.large warm-ip=2'],
  ['t3.large AWS_VPC_ENI_MTU=9001 2 nodes', 't3.large 2 nodes'],
  [
    '- name: AWS_VPC_K8S_PLUGIN_LOG_FILE\n  value: /var/log/aws-routed-eni/plugin.log\nt3.large 2 nodes',
    't3.large 2 nodes',
  ],
  ['{"instanceType": "m5.large", "nodes": 3}', 'm5.large 3 nodes'],
  ['instance: m5.large nodes: 3', 'm5.large 3 nodes'],
  ['instance type m5.large', 'm5.large'],
  ['nodegroup m5.large desiredCapacity: 3', 'm5.large 3 nodes'],
  ['2. m5.large 20 pods', 'm5.large 20 pods'],
  ['1) m5.large\n2) 20 pods', 'm5.large 20 pods'],
  ['- t3.large\n- 2 nodes\n- 27 pods', 't3.large 2 nodes 27 pods'],
  ['• t3.large • 2 nœuds • 27 pods', 't3.large 2 nodes 27 pods'],
  ['instanceTypes: [m5.large]\ndesiredSize: 3', 'm5.large 3 nodes'],
  ['instance_types = ["m5.large"]\ndesired_size = 3', 'm5.large 3 nodes'],
  ['--node-type m5.large --nodes 3', 'm5.large 3 nodes'],
  ['eksctl create nodegroup --node-type=m5.large --nodes=3 --managed', 'm5.large 3 nodes managed'],
  ['nodeType: m5.large\nmaxPodsPerNode: 58', 'm5.large max-pods=58'],
  ['m5.large --nodes=3 --max-pods-per-node=30', 'm5.large 3 nodes max-pods=30'],
  [
    'm5.large {"WARM_IP_TARGET": "2", "ENABLE_PREFIX_DELEGATION": "true"}',
    'm5.large warm-ip=2 prefix',
  ],
  ['m5.large WARM_IP_TARGET="2" WARM_ENI_TARGET="1"', 'm5.large warm-ip=2'],
  ['m5.large export WARM_IP_TARGET=2', 'unknown-word(export)'],
  ['m5.large | 3 nodes | 30 pods', 'unknown-word(|) unknown-word(|)'],
  ['m5.large; 3 nodes; 30 pods', 'm5.large 3 nodes 30 pods'],
  ['m5.large 3 nodes 30 pods → warm-ip=2', 'unknown-word(→)'],
]

const GROUPS: Table = [
  [
    'm5.large 3 nodes 20 pods + c5.xlarge 2 nodes 10 pods prefix',
    'm5.large 3 nodes 20 pods + c5.xlarge 2 nodes 10 pods prefix',
  ],
  ['3x m5.large 20 pods+2x c5.xlarge', 'm5.large 3 nodes 20 pods + c5.xlarge 2 nodes'],
  ['m5.large + m5.large 2 nodes', 'm5.large + m5.large 2 nodes'],
  ['warm-ip=2 m5.large + c5.large', 'm5.large warm-ip=2 + c5.large warm-ip=2'],
  ['warm-ip=2 m5.large + c5.large warm-ip=3', 'm5.large warm-ip=2 + c5.large warm-ip=3'],
  ['warm-ip=2 2 nodes m5.large + c5.large', 'm5.large 2 nodes warm-ip=2 + c5.large warm-ip=2'],
  ['m5.large warm-ip=2 + c5.large', 'm5.large warm-ip=2 + c5.large'],
  ['m5.large + c5.large all: warm-ip=2', 'm5.large warm-ip=2 + c5.large warm-ip=2'],
  ['m5.large + c5.large, for all: 2 nodes', 'm5.large 2 nodes + c5.large 2 nodes'],
  ['all: warm-ip=2 m5.large + c5.large prefix', 'm5.large warm-ip=2 + c5.large warm-ip=2 prefix'],
  ['all: 2 nodes m5.large + c5.large', 'm5.large 2 nodes + c5.large 2 nodes'],
  ['all: prefix 2x m5.large + c5.large', 'm5.large 2 nodes prefix + c5.large prefix'],
]

const NAMES_AND_VERSIONS: Table = [
  ['t3.large as prod-blue', 't3.large as prod-blue'],
  ['as prod-blue t3.large', 't3.large as prod-blue'],
  ['t3.large as "prod blue"', 't3.large as "prod blue"'],
  ['t3.large as “prod blue” 2 nodes', 't3.large 2 nodes as "prod blue"'],
  ["t3.large as 'prod blue'", 't3.large as "prod blue"'],
  ['t3.large as \'prod "blue"\'', 't3.large as \'prod "blue"\''],
  ['t3.large as ‘6″ rack’ 2 nodes', "t3.large 2 nodes as '6″ rack'"],
  ['t3.large as "ada\'s"', "t3.large as ada's"],
  ['t3.large as "ada\'s prod"', 't3.large as "ada\'s prod"'],
  ['t3.large name=prod', 't3.large as prod'],
  ['t3.large as 2 2 nodes', 't3.large 2 nodes as 2'],
  ['t3.large as x2 2 nodes', 't3.large 2 nodes as x2'],
  ['t3.large as=m5.largex2', 't3.large as m5.largex2'],
  ['t3.large as kubectl', 't3.large as kubectl'],
  ['t3.large as "Ｐｒｏｄ"', 't3.large as "Ｐｒｏｄ"'],
  ['t3.large as "équipe n°1 → 5€ 🚀"', 't3.large as "équipe n°1 → 5€ 🚀"'],
  ['t3.large cni=1.8', 't3.large cni=1.8'],
  ['t3.large cni 1.18.2', 't3.large cni=1.18.2'],
  ['t3.large cni=latest', 't3.large'],
  ['t3.large nodes=two warm-ip: deux', 't3.large 2 nodes warm-ip=2'],
  ['t3.large in 10.0.0.0/22 2 nodes', 't3.large 2 nodes subnet=10.0.0.0/22'],
  ['t3.large minimum ip 10', 't3.large min-ip=10'],
  ['t3.large 2 nodes 27 ppn', 't3.large 2 nodes 27 pods/node'],
  ['t3.large cni=v1.18.1-eksbuild.3', 't3.large cni=1.18.1'],
  ['t3.large vpc-cni: "1.9" + m5.large', 't3.large + m5.large cni=1.9'],
  ['t3.large cni=1.23', 't3.large'],
  ['t3.large CNI version 1.9', 't3.large cni=1.9'],
]

const FRENCH: Table = [
  ['2 nœuds t3.2xlarge avec 27 pods', 't3.2xlarge 2 nodes 27 pods'],
  ['t3.2xlarge 2 noeuds 27 pods au total', 't3.2xlarge 2 nodes 27 pods'],
  ['t3.2xlarge 1 nœud, 27 pods par nœud', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge 27 pods par noeud', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge 27/noeud', 't3.2xlarge 27 pods/node'],
  ['t3.2xlarge 27 pods sur chaque nœud', 't3.2xlarge 27 pods/node'],
  ['2 t3.2xlarge, 27 pods chacun', 't3.2xlarge 2 nodes 27 pods/node'],
  ['t3.2xlarge nœuds=2', 't3.2xlarge 2 nodes'],
  ['t3.2xlarge NŒUDS=2', 't3.2xlarge 2 nodes'],
  ['t3.2xlarge avec préfixes', 't3.2xlarge prefix'],
  ['t3.2xlarge avec pre\u0301fixe', 't3.2xlarge prefix'],
  ['t3.2xlarge sans préfixe', 't3.2xlarge'],
  ['t3.2xlarge prefix=oui', 't3.2xlarge prefix'],
  ['t3.2xlarge prefix=non', 't3.2xlarge'],
  ['t3.2xlarge WARM_IP_TARGET à 2', 't3.2xlarge warm-ip=2'],
  ['t3.2xlarge attachées=2', 't3.2xlarge attached=2'],
  ['t3.2xlarge comme « prod bleu »', 't3.2xlarge as "prod bleu"'],
  ['m5.large + c5.large tous: warm-ip=2', 'm5.large warm-ip=2 + c5.large warm-ip=2'],
  ['combien d’adresses pour 2 nœuds t3.2xlarge avec 27 pods ?', 't3.2xlarge 2 nodes 27 pods'],
  ['j’ai 2 nœuds t3.2xlarge svp', 't3.2xlarge 2 nodes'],
]

const HELP: Table = [
  ['', 'help'],
  [' \n ', 'help'],
  ['?', 'help'],
  ['help', 'help'],
  ['HELP', 'help'],
  ['--help', 'help'],
  ['-h', 'help'],
  ['help nodes', 'help nodes'],
  ['aide', 'help'],
  ['/eksip help', 'help'],
]

const TABLES = [
  ['counts', COUNTS],
  ['subnets and free addresses', SPACES],
  ['why', WHY],
  ['times', TIMES],
  ['pods of each node', PER_NODE],
  ['settings', SETTINGS],
  ['other inputs', OTHER_INPUTS],
  ['pasted from runbooks', RUNBOOKS],
  ['comments of YAML and scripts', COMMENTS],
  ['groups', GROUPS],
  ['names and versions', NAMES_AND_VERSIONS],
  ['French', FRENCH],
  ['help', HELP],
] as const

describe.each(TABLES)('%s', (_name, table) => {
  test.each(table)('%s → %s', (line, canonical) => {
    expect(reading(line)).toBe(canonical)
  })
})

test('more than 200 lines stand in these tables alone', () => {
  expect(TABLES.flatMap(([, table]) => table).length).toBeGreaterThan(200)
})

describe('every spelling of the grammar', () => {
  const spellings = (INPUTS as readonly Input[]).flatMap((input) =>
    [input.word, ...input.also].map((spelling) => [spelling, input] as const),
  )

  test.each(spellings)('%s', (spelling, { word, takes }) => {
    const lines =
      takes === 'count'
        ? [`${word}=3`, `${spelling}=3`, `--${spelling.toUpperCase()} 3`, `3 ${spelling}`]
        : [word, spelling, `--${spelling.toUpperCase()}`, `${spelling}: true`]
    const readings = lines.map((line) => reading(`t3.2xlarge ${line}`))
    expect(new Set(readings).size).toBe(1)
    expect(readings[0]).toContain(word)
  })

  test('means one input only', () => {
    const inputOf = new Map(spellings)
    expect(spellings.filter(([spelling, input]) => inputOf.get(spelling) !== input)).toEqual([])
  })
})

import type { Amount } from '../src/allocation/plan.ts'

/** A question that the team answered by hand, and the figures it wrote down. */
export interface WorkedExample {
  readonly about: string
  /** As typed after `/eksip`. */
  readonly line: string
  /** As `npm run allocate` takes it. */
  readonly request: Readonly<Record<string, unknown>>
  readonly enis: Amount
  readonly usable: number
  readonly reserved: number
  readonly held: Amount
}

const t3 = { instanceType: 't3.2xlarge' }
const warmIp = { settings: { WARM_IP_TARGET: 2 } }

/** t3.2xlarge: 4 ENIs x 15 addresses, so 14 slots each. */
export const WORKED_EXAMPLES: readonly WorkedExample[] = [
  {
    about: 'pods not given: each node runs at least one, and keeps one ENI in reserve',
    line: 't3.2xlarge 2 nodes',
    request: { ...t3, nodes: 2 },
    enis: 4,
    usable: 56,
    reserved: 60,
    held: 60,
  },
  {
    about: '18 free >= 14: the reserve is whole',
    line: 't3.2xlarge 1 node 10 pods',
    request: { ...t3, pods: 10 },
    enis: 2,
    usable: 28,
    reserved: 30,
    held: 30,
  },
  {
    about: '14 free: the reserve is just whole',
    line: 't3.2xlarge 1 node 14 pods',
    request: { ...t3, pods: 14 },
    enis: 2,
    usable: 28,
    reserved: 30,
    held: 30,
  },
  {
    about: '13 free < 14: the reserve is broken, ENI 3 is attached',
    line: 't3.2xlarge 1 node 15 pods',
    request: { ...t3, pods: 15 },
    enis: 3,
    usable: 42,
    reserved: 45,
    held: 45,
  },
  {
    about: 'two ENIs attached before: the second goes only if it serves no pod',
    line: 't3.2xlarge 1 node 10 pods warm-ip=2 attached=2',
    request: { ...t3, ...warmIp, pods: 10, attachedEnis: 2 },
    enis: { min: 1, max: 2 },
    usable: 28,
    reserved: 30,
    held: { min: 13, max: 14 },
  },
  {
    about: 'a fresh node: 10 + 2 warm + 1 primary',
    line: 't3.2xlarge 1 node 10 pods warm-ip=2',
    request: { ...t3, ...warmIp, pods: 10 },
    enis: 1,
    usable: 14,
    reserved: 15,
    held: 13,
  },
  {
    about: '26 + 2 = 28: two ENIs just hold them',
    line: 't3.2xlarge 1 node 26 pods warm-ip=2',
    request: { ...t3, ...warmIp, pods: 26 },
    enis: 2,
    usable: 28,
    reserved: 30,
    held: 30,
  },
  {
    about: '29 > 28: ENI 3 is attached',
    line: 't3.2xlarge 1 node 27 pods warm-ip=2',
    request: { ...t3, ...warmIp, pods: 27 },
    enis: 3,
    usable: 42,
    reserved: 45,
    held: 32,
  },
  {
    about: '27 pods over the group: 14 + 13',
    line: 't3.2xlarge 2 nodes 27 pods warm-ip=2',
    request: { ...t3, ...warmIp, nodes: 2, pods: 27 },
    enis: 4,
    usable: 56,
    reserved: 60,
    held: 35,
  },
  {
    about: '27 pods on each node',
    line: 't3.2xlarge 2 nodes 27 pods/node warm-ip=2',
    request: { ...t3, ...warmIp, nodes: 2, podsPerNode: 27 },
    enis: 6,
    usable: 84,
    reserved: 90,
    held: 64,
  },
]

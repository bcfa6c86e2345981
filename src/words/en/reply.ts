import type { Fit, SpareEniRule, Step } from '../../allocation/plan.ts'
import { counted, number, signedNumber } from './numbers.ts'

export const columns = {
  node: 'node',
  pods: 'pods',
  enis: 'ENIs',
  usable: 'usable',
  held: 'held',
  warm: 'warm',
  reserved: 'reserved',
  total: 'total',
}

export const reservedBy = (reserved: number, enis: string) =>
  `${counted(reserved, 'address', 'addresses')} reserved by ${enis} ${enis === '1' ? 'ENI' : 'ENIs'}`
/** Where prefixes are held, which the whole-ENI figure knows nothing of. */
export const heldBy = (held: string, enis: string) =>
  `${held} ${held === '1' ? 'address' : 'addresses'} held by ${enis} ${enis === '1' ? 'ENI' : 'ENIs'}`
export const reservedWithoutPrefixes = (count: number) =>
  `${number(count)} reserved without prefixes`
export const held = (count: string) => `${count} held`
export const used = (count: number) => `${number(count)} used by pods`
/** Where pods wait for the space, so that not all of these are in use. */
export const forPods = (count: number) => `${number(count)} for pods`
export const warm = (count: number) => `${number(count)} warm`
export const primaries = (count: number) => counted(count, 'primary', 'primaries')
export const branch = (count: number) => counted(count, 'branch ENI', 'branch ENIs')
export const pending = (count: number) => `${counted(count, 'pod', 'pods')} without an address`

export const nodes = (count: number) => counted(count, 'node', 'nodes')
export const nodesEach = (count: number) => (count === 1 ? nodes(1) : `${nodes(count)}, each`)
export const pods = (count: number) => counted(count, 'pod', 'pods')
export const podsPerNode = (count: number) => `${pods(count)} per node`
export const podsNotStated: string = 'pods not given: 1 on each node'
export const range = (min: number, max: number) => `${number(min)}–${number(max)}`
export const nodeGroups = (count: number) => counted(count, 'node group', 'node groups')
export const andMore = (count: number) => `and ${number(count)} more`
export const by: string = 'by'
export const notKept: string = 'not saved'

export const fullestNode = (type: string) => `On the fullest node of ${type}, decision by decision:`
export const rulesAreIn: string = 'The rules are in docs/rules.md of eksip, each with its source.'
export const countWithHeld: string =
  'With prefixes a slot takes 16 addresses: plan with held; reserved is the figure without prefixes.'
/** The verdict on the address space, with what is left of it or missing. */
export function fit(it: Fit): string {
  const { verdict, available, leftAfterHeld, leftAfterReserved, leftPrefixes } = it
  const space = counted(available, 'address', 'addresses')
  switch (verdict) {
    case 'fits':
      if (leftAfterHeld < leftAfterReserved) {
        return `fits into ${space}: ${number(leftAfterHeld)} left beside the held ones`
      }
      return `fits into ${space}: ${number(leftAfterReserved)} left beside the reserved ones, ${number(leftAfterHeld)} beside the held ones`
    case 'address-by-address':
      return `fits into ${space} only address by address: ${number(leftAfterHeld)} left beside the held ones, ${number(-leftAfterReserved)} short of the reserved ones`
    case 'does-not-fit':
      if (leftPrefixes !== null && leftPrefixes < 0) {
        return `does not fit into ${space}: ${shortBlocks(-leftPrefixes, leftAfterHeld)} short`
      }
      if (leftAfterHeld < leftAfterReserved) {
        return `does not fit into ${space}: ${number(-leftAfterHeld)} short of the held ones`
      }
      return `does not fit into ${space}: ${number(Math.max(0, -leftAfterHeld))} short of the held ones, ${number(Math.max(0, -leftAfterReserved))} short of the reserved ones`
  }
}

/** A block brings its 16 addresses along; what is then still missing comes on top. */
function shortBlocks(blocks: number, leftAfterHeld: number): string {
  const text = counted(blocks, '/28 block', '/28 blocks')
  const more = -leftAfterHeld - 16 * blocks
  return more > 0 ? `${text} and ${counted(more, 'address', 'addresses')}` : text
}

export const neverReady: string = 'the nodes never become ready'
export const flapping: string = 'never settles: ENIs come and go'

/** `replacedBy` is empty where nothing stands in for the spare ENI. */
export function spareEni(rule: SpareEniRule, replacedBy: string): string {
  switch (rule) {
    case 'kept':
      return 'rule 1 (spare ENI): ✓'
    case 'replaced':
      return `rule 1 (spare ENI): replaced by ${replacedBy} ✓`
    case 'off':
      return 'rule 1 (spare ENI): off, WARM_ENI_TARGET=0'
    case 'capped':
      return `rule 1 (spare ENI): ${replacedBy && `replaced by ${replacedBy} `}✗ cannot be kept`
  }
}

export function addressPerPod(holds: boolean, waiting: number): string {
  const place = waiting > 0 ? ` ${counted(waiting, 'pod waits', 'pods wait')} in this space` : ''
  return `rule 2 (an address per pod): ${holds && waiting === 0 ? '✓' : '✗'}${place}`
}
export const maxPods = (count: number, holds: boolean) =>
  `max-pods ${number(count)} ${holds ? '✓' : '✗'}`

export const colon: string = ': '

/** `next step up: 13 more pods on a node: +1 ENI, +15 reserved, +14 held`. */
export const nextUp = (morePods: number, step: Step) =>
  `next step up: ${counted(morePods, 'more pod', 'more pods')} on a node: ${stepText(step)}`
export const nextDown = (fewerPods: number, step: Step) =>
  `next step down: ${counted(fewerPods, 'pod', 'pods')} fewer on a node: ${stepText(step)}`

function stepText(step: Step): string {
  const isOne = Math.abs(step.enis) === 1
  const changes = [
    [step.enis, isOne ? 'ENI' : 'ENIs'],
    [step.reserved, 'reserved'],
    [step.held, 'held'],
  ] as const
  return changes
    .filter(([change]) => change !== 0)
    .map(([change, name]) => `${signedNumber(change)} ${name}`)
    .join(', ')
}

export const why: string = 'Why?'
export const perNodeInstead = (count: number) => `${number(count)} per node instead`
export const inTotalInstead = (count: number) => `${number(count)} in total instead`
export const tryAgain: string =
  'The history could not be reached in time, so nothing was saved. Please send that again.'
export const mayBeKept: string =
  'The history did not answer in time. That may have been saved all the same; sending it again makes another run.'
export const unreadable: string = 'That request could not be read.'

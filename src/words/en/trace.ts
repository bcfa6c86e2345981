import type { TraceEntry } from '../../allocation/trace.ts'
import { counted } from './numbers.ts'

/** One line of a decision trace: when, what, the rule, and the node after it. */
export function traceText(entry: TraceEntry): string {
  const { seconds, rule, enis, addresses, used } = entry
  const node = `${counted(enis, 'ENI', 'ENIs')}, ${used} of ${counted(addresses, 'address', 'addresses')} used`
  return `${seconds} s · ${decisionText(entry)} (rule ${rule}) · ${node}`
}

function decisionText({ decision }: TraceEntry): string {
  switch (decision.code) {
    case 'node-starts':
      return 'the node starts with its primary ENI'
    case 'attached-already':
      return 'these ENIs are attached already, full'
    case 'never-ready':
      return 'L-IPAMD does not start: the node never becomes ready'
    case 'ipv6':
      return 'IPv6: one /80 prefix serves all pods'
    case 'attach-trunk':
      return 'security groups for pods: the trunk is attached'
    case 'attach-cards':
      return `${counted(decision.cards, 'further network card gets', 'further network cards get')} an ENI with one warm address or prefix`
    case 'pods-come':
      return `${counted(decision.pods, 'pod', 'pods')} on the node`
    case 'fill-eni':
      return `below the target: ${counted(decision.slots, 'slot', 'slots')} more on ENI ${decision.eni}`
    case 'attach-eni':
      return `below the target, no slot left: ENI ${decision.eni} attached with ${counted(decision.slots, 'slot', 'slots')}`
    case 'release':
      return `above the target: ${counted(decision.slots, 'slot', 'slots')} given back`
    case 'remove-eni':
      return `ENI ${decision.eni} is not needed: removed`
    case 'enough':
      return `${decision.wanted} free wanted: enough`
    case 'max-pods':
      return `max-pods ${decision.maxPods} reached: growth stops`
    case 'eni-limit':
      return `no more than ${counted(decision.enis, 'ENI', 'ENIs')} for pods: growth stops`
    case 'flaps':
      return `never settles: repeats every ${decision.everySeconds} s`
  }
}

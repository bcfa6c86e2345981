import { z } from 'zod'
import { firstOverlap } from '../subnet/overlap.ts'
import { formatSubnet, parseSubnet, PREFIX_LENGTH, type SubnetProblem } from '../subnet/cidr.ts'
import { MOST_SUBNETS } from './limits.ts'

const { min, max } = PREFIX_LENGTH

/** One subnet or a list of them, each as `24`, `"/24"` or `"10.0.0.0/22"`; read as a list of texts. */
export const Subnets = z.unknown().transform((value, context): readonly string[] => {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (list.length === 0 || list.length > MOST_SUBNETS) {
    refuse(context, [], 'wrong-count', `must list 1 to ${MOST_SUBNETS} subnets`)
  }
  const subnets = list.flatMap((one, index) => {
    const subnet = parseSubnet(typeof one === 'number' ? `/${one}` : String(one))
    if (subnet.ok) return [formatSubnet(subnet.value)]
    const path = Array.isArray(value) ? [index] : []
    for (const problem of subnet.problems)
      refuse(context, path, problem.code, subnetMessage(problem))
    return []
  })
  const overlap = firstOverlap(subnets)
  if (overlap !== null) {
    refuse(context, [], 'overlap', `must not overlap, as ${overlap.first} and ${overlap.second} do`)
  }
  return subnets
})

function refuse(
  context: z.RefinementCtx,
  path: (string | number)[],
  code: string,
  message: string,
): void {
  context.addIssue({ code: 'custom', path, message, params: { code } })
}

function subnetMessage(problem: SubnetProblem): string {
  switch (problem.code) {
    case 'not-a-subnet':
      return `must be a prefix length such as ${max - 4}, or a block such as "10.0.0.0/22"`
    case 'prefix-length':
      return `must be a /${min} to a /${max}, the sizes of subnet that a VPC allows`
    case 'host-bits':
      return `must be the start of its block, "${problem.network}"`
  }
}

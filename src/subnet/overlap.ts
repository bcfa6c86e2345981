import { formatSubnet, parseSubnet, subnetSize, type Subnet } from './cidr.ts'

/** Two subnets that share addresses, of which the second was named later. */
export interface Overlap {
  readonly first: string
  readonly second: string
  /** The place of the second in the list. */
  readonly index: number
}

interface Block {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly subnet: Subnet
}

/**
 * The first two subnets of a list that share addresses, or `null`. A VPC has no such subnets, and
 * their addresses would be counted twice; of a size alone nobody knows where it lies.
 */
export function firstOverlap(subnets: readonly string[]): Overlap | null {
  const blocks = subnets.flatMap(blockOf).toSorted((a, b) => a.start - b.start || b.end - a.end)
  let widest = blocks[0]
  for (const block of blocks.slice(1)) {
    if (widest && block.start < widest.end) return overlapOf(widest, block)
    widest = block
  }
  return null
}

function blockOf(text: string, index: number): readonly Block[] {
  const subnet = parseSubnet(text)
  if (!subnet.ok || subnet.value.network === null) return []
  const { network: start, prefixLength } = subnet.value
  return [{ index, start, end: start + subnetSize(prefixLength), subnet: subnet.value }]
}

function overlapOf(...blocks: readonly [Block, Block]): Overlap {
  const [first, second] = blocks[0].index < blocks[1].index ? blocks : [blocks[1], blocks[0]]
  return {
    first: formatSubnet(first.subnet),
    second: formatSubnet(second.subnet),
    index: second.index,
  }
}

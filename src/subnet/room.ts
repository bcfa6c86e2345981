import { parseSubnet, subnetSize, type Subnet } from './cidr.ts'

/** The first four addresses of every subnet and its last. Source: Amazon VPC user guide, subnet sizing. */
export const KEPT_BY_AWS = 5

/** A /28, the block that prefix delegation takes. */
const BLOCK_PREFIX_LENGTH = 28

/** Where addresses come from: subnets, and what of them somebody counted as free. */
interface Space {
  readonly subnets: readonly string[]
  readonly free: number | null
  readonly freePrefixes: number | null
}

/** What an address space can still give out. */
export interface Room {
  readonly addresses: number
  /** Free, aligned /28 blocks; `null` where nobody knows how the free addresses lie. */
  readonly prefixes: number | null
}

/** The room of an address space: what the user counted, else what its subnets offer while empty. Rule R1. */
export function roomOf(space: Space): Room {
  const subnets = space.subnets.flatMap(readSubnet)
  return {
    addresses: space.free ?? sum(subnets.map(offeredAddresses)),
    prefixes: space.freePrefixes ?? (space.free === null ? sum(subnets.map(offeredBlocks)) : null),
  }
}

/** Nothing for a text that is no subnet: whoever made the space has refused it already. */
function readSubnet(text: string): readonly Subnet[] {
  const subnet = parseSubnet(text)
  return subnet.ok ? [subnet.value] : []
}

function offeredAddresses({ prefixLength }: Subnet): number {
  return subnetSize(prefixLength) - KEPT_BY_AWS
}

/** Rule R2: the first and the last /28 of a subnet hold addresses that AWS keeps, and are never whole. */
function offeredBlocks({ prefixLength }: Subnet): number {
  return Math.max(0, subnetSize(prefixLength) / subnetSize(BLOCK_PREFIX_LENGTH) - 2)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}

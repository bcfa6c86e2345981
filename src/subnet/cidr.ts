import { failure, success, type Result } from '../result.ts'

/** A VPC subnet: its first address where known, and the length of its prefix. */
export interface Subnet {
  /** The network address as a 32-bit number; `null` where only the size is known. */
  readonly network: number | null
  /** 16 to 28. */
  readonly prefixLength: number
}

export type SubnetProblem =
  | { readonly code: 'not-a-subnet'; readonly text: string }
  | {
      readonly code: 'prefix-length'
      readonly text: string
      readonly min: number
      readonly max: number
    }
  | { readonly code: 'host-bits'; readonly text: string; readonly network: string }

/** The sizes of subnet that a VPC allows. Source: Amazon VPC user guide, subnet sizing. */
export const PREFIX_LENGTH = { min: 16, max: 28 } as const

/** Reads `10.0.0.0/22`, or `/22` where only the size is known. */
export function parseSubnet(text: string): Result<Subnet, SubnetProblem> {
  const match = /^(?:(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3}))?\/(\d{1,2})$/.exec(text)
  if (match === null) return failure([{ code: 'not-a-subnet', text }])
  const [, ...numbers] = match
  const prefixLength = Number(numbers.pop())
  const octets = numbers.filter((octet) => octet !== undefined).map(Number)
  if (octets.some((octet) => octet > 255)) return failure([{ code: 'not-a-subnet', text }])
  if (prefixLength < PREFIX_LENGTH.min || prefixLength > PREFIX_LENGTH.max) {
    return failure([{ code: 'prefix-length', text, ...PREFIX_LENGTH }])
  }
  if (octets.length === 0) return success({ network: null, prefixLength })
  return subnetAt(text, octets, prefixLength)
}

function subnetAt(
  text: string,
  octets: readonly number[],
  prefixLength: number,
): Result<Subnet, SubnetProblem> {
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0)
  const hostBits = address % subnetSize(prefixLength)
  if (hostBits === 0) return success({ network: address, prefixLength })
  const network = formatSubnet({ network: address - hostBits, prefixLength })
  return failure([{ code: 'host-bits', text, network }])
}

/** The text that `parseSubnet` reads. */
export function formatSubnet({ network, prefixLength }: Subnet): string {
  if (network === null) return `/${prefixLength}`
  const octets = [24, 16, 8, 0].map((bits) => Math.floor(network / 2 ** bits) % 256)
  return `${octets.join('.')}/${prefixLength}`
}

/** All addresses of a subnet, those that AWS keeps included. */
export function subnetSize(prefixLength: number): number {
  return 2 ** (32 - prefixLength)
}

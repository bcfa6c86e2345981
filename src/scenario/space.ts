import type { AddressSpace } from './scenario.ts'

/** The space of a scenario that says nothing of its subnets. */
export const NO_SPACE: AddressSpace = { subnets: [], free: null, freePrefixes: null }

/** A space of which nothing is said is none, and not an empty one. */
export function statedSpace(space: AddressSpace): AddressSpace | null {
  const { subnets, free, freePrefixes } = space
  return subnets.length > 0 || free !== null || freePrefixes !== null ? space : null
}

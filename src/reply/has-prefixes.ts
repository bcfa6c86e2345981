import type { Plan } from '../allocation/plan.ts'

/**
 * Whether a plan holds prefixes. A slot then takes 16 addresses, so the figure of whole ENIs says less
 * than what is held, and nobody should plan with it.
 */
export function hasPrefixes({ groups }: Plan): boolean {
  return groups.some(({ nodes }) => nodes.some(({ prefixes }) => prefixes > 0))
}

import type { NodeGroup } from './scenario.ts'

/** The instance type of a group, or its limits where they were given by hand: `4x15`. */
export function typeName({ instanceType, limits }: NodeGroup): string {
  return instanceType ?? `${limits.enis}x${limits.ipv4PerEni}`
}

import type { NodeGroup, Scenario } from './scenario.ts'

/** The instance type of a group, or its limits where they were given by hand: `4x15`. */
export function typeName({ instanceType, limits }: NodeGroup): string {
  return instanceType ?? `${limits.enis}x${limits.ipv4PerEni}`
}

/** True where limits were given by hand: no line can say them. */
export function hasLimitsByHand({ groups }: Scenario): boolean {
  return groups.some(({ instanceType }) => instanceType === null)
}

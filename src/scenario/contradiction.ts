import type { NodeGroup } from './scenario.ts'

/** Two inputs of a group that cannot both be true, named by the one to change. */
export interface Contradiction {
  readonly code: 'more-enis-than-the-type-has'
  readonly field: 'attachedEnis' | 'unmanagedEnis'
  /** The largest value that would not contradict. */
  readonly most: number
}

/** What a group claims that its instance type rules out; each field alone is within its range. */
export function contradictions(group: NodeGroup): readonly Contradiction[] {
  const { attachedEnis, unmanagedEnis, limits } = group
  const found: Contradiction[] = []
  if (unmanagedEnis >= limits.enis) {
    found.push({
      code: 'more-enis-than-the-type-has',
      field: 'unmanagedEnis',
      most: limits.enis - 1,
    })
  }
  if (attachedEnis !== null && attachedEnis > limits.enis) {
    found.push({ code: 'more-enis-than-the-type-has', field: 'attachedEnis', most: limits.enis })
  }
  return found
}

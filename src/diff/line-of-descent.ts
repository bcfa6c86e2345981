/** A run, by its number, with the run that it was made from. */
export interface Descendant {
  readonly number: number | null
  readonly parent: number | null
}

/**
 * A run, its parent, the parent's parent and so on, as far as `runs` has them; only the number itself
 * where `runs` does not have it.
 */
export function lineOfDescent(number: number, runs: readonly Descendant[]): readonly number[] {
  const parents = new Map(runs.map((run) => [run.number, run.parent] as const))
  const line = new Set<number>()
  for (let at: number | null = number; at !== null && !line.has(at); at = parents.get(at) ?? null) {
    line.add(at)
  }
  return Array.from(line)
}

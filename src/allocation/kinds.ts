/** The one or two kinds of node that an even spread of pods leaves, the fuller nodes first. */
export type Kinds<T> = readonly [T] | readonly [T, T]

/** The kind with the fewest pods. */
export function emptiestOf<T>(kinds: Kinds<T>): T {
  return kinds.length === 1 ? kinds[0] : kinds[1]
}

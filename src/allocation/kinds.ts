/** The one or two kinds of node that an even spread of pods leaves, the fuller nodes first. */
export type Kinds<T> = readonly [T] | readonly [T, T]

/** The same kinds, each turned into something else. */
export function mapKinds<T, U>(kinds: Kinds<T>, turn: (kind: T) => U): Kinds<U> {
  const [fuller, emptier] = kinds
  return emptier === undefined ? [turn(fuller)] : [turn(fuller), turn(emptier)]
}

/** The kind with the fewest pods. */
export function emptiestOf<T>(kinds: Kinds<T>): T {
  return kinds[1] ?? kinds[0]
}

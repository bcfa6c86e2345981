import { nearest } from '../nearest.ts'
import { formatRun } from './format-command.ts'
import type { Problem } from './problem.ts'
import type { RunReference } from './run-reference.ts'

/** So many saved names are offered for one that does not exist. */
const MOST_NAMES = 3

/** A name that no stored run has, with the saved names that were most probably meant. */
export function unknownName(
  { at, length, name }: Extract<RunReference, { kind: 'name' }>,
  names: Iterable<string>,
): Problem {
  const spelledBy = new Map(Array.from(names, (saved) => [saved.toLowerCase(), saved] as const))
  const near = nearest(name.toLowerCase(), spelledBy.keys(), MOST_NAMES).map(
    (saved) => spelledBy.get(saved) ?? saved,
  )
  const [meant] = near
  const suggestion =
    meant === undefined ? null : formatRun({ kind: 'name', name: meant, at, length })
  return { code: 'unknown-name', nearest: near, at, length, text: name, suggestion }
}

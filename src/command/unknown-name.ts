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
  const spelledBy = new Map(Array.from(names, (saved) => [folded(saved), saved] as const))
  const same = spelledBy.get(folded(name))
  const near =
    same === undefined
      ? nearest(folded(name), spelledBy.keys(), MOST_NAMES).map((one) => spelledBy.get(one) ?? one)
      : [same]
  const [meant] = near
  const suggestion =
    meant === undefined ? null : formatRun({ kind: 'name', name: meant, at, length })
  return { code: 'unknown-name', nearest: near, at, length, text: name, suggestion }
}

/** A name in any case, its accents written in one way. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

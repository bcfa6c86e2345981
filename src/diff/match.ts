import type { NodeGroup } from '../scenario/scenario.ts'
import { typeName } from '../scenario/type-name.ts'
import { groupChanges, groupText } from './group-changes.ts'

/** Which node groups of two scenarios are the same ones, by their places. */
export interface Match {
  /** In the order of the later scenario. */
  readonly pairs: readonly Pair[]
  readonly removed: readonly number[]
  readonly added: readonly number[]
}

export interface Pair {
  /** Place of the group in the earlier scenario. */
  readonly before: number
  readonly after: number
}

/**
 * Finds the groups that belong together, whatever their order:
 *
 * 1. Groups of the same instance type, those that differ in the fewest inputs first.
 * 2. Of the others, those whose type changed and at most one input beside it; equal ones by the
 *    family of their types first, so that m5.large is followed by m5.xlarge and not by c5.xlarge.
 * 3. The last group, where each scenario has exactly one left.
 *
 * What is left then came or went as a whole. Where nothing tells two groups apart, their types and
 * inputs decide, never their places.
 */
export function matchGroups(before: readonly NodeGroup[], after: readonly NodeGroup[]): Match {
  const candidates = candidatesOf(before, after)
  const alike = pairUp(candidates, [({ isSameType }) => isSameType, ({ changes }) => changes <= 2])
  const { removed, added } = leftBy(alike, before, after)
  const [last, ...others] = removed
  const [first, ...more] = added
  if (last === undefined || first === undefined || others.length > 0 || more.length > 0) {
    return { pairs: inOrderOfAfter(alike), removed, added }
  }
  const pairs = [...alike, { before: last, after: first }]
  return { pairs: inOrderOfAfter(pairs), removed: [], added: [] }
}

/** Pairs by one rule after the other, the nearest first, each group once. */
function pairUp(
  candidates: readonly Candidate[],
  rules: readonly ((candidate: Candidate) => boolean)[],
): readonly Pair[] {
  const pairs: Pair[] = []
  for (const isPair of rules) {
    for (const { before, after } of candidates.filter(isPair)) {
      const isTaken = pairs.some((pair) => pair.before === before || pair.after === after)
      if (!isTaken) pairs.push({ before, after })
    }
  }
  return pairs
}

function inOrderOfAfter(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.toSorted((a, b) => a.after - b.after)
}

function leftBy(
  pairs: readonly Pair[],
  before: readonly NodeGroup[],
  after: readonly NodeGroup[],
): Pick<Match, 'removed' | 'added'> {
  const earlier = new Set(pairs.map((pair) => pair.before))
  const later = new Set(pairs.map((pair) => pair.after))
  return {
    removed: before.flatMap((_, place) => (earlier.has(place) ? [] : [place])),
    added: after.flatMap((_, place) => (later.has(place) ? [] : [place])),
  }
}

interface Candidate extends Pair {
  readonly isSameType: boolean
  readonly isSameFamily: boolean
  /** Inputs in which the groups differ, the type among them. */
  readonly changes: number
  /** What the groups are, as text: the order of candidates that are equally near. */
  readonly texts: readonly [string, string]
}

function candidatesOf(
  before: readonly NodeGroup[],
  after: readonly NodeGroup[],
): readonly Candidate[] {
  return before
    .flatMap((from, place) => after.map((to, index) => candidateOf(from, place, to, index)))
    .toSorted(byNearness)
}

function candidateOf(from: NodeGroup, before: number, to: NodeGroup, after: number): Candidate {
  return {
    before,
    after,
    isSameType: typeName(from) === typeName(to),
    isSameFamily: familyOf(from) === familyOf(to),
    changes: groupChanges(from, to).length,
    texts: [groupText(from), groupText(to)],
  }
}

function byNearness(a: Candidate, b: Candidate): number {
  return (
    a.changes - b.changes ||
    Number(b.isSameFamily) - Number(a.isSameFamily) ||
    inOrder(a.texts[0], b.texts[0]) ||
    inOrder(a.texts[1], b.texts[1])
  )
}

/** By code units, the same on every machine. */
function inOrder(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** `m5` of `m5.large`. */
function familyOf(group: NodeGroup): string | undefined {
  return typeName(group).split('.')[0]
}

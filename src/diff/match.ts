import type { NodeGroup } from '../scenario/scenario.ts'
import { typeName } from '../scenario/type-name.ts'
import { groupChanges, groupText } from './group-changes.ts'

/** Which node groups of two scenarios are the same ones, by their places. */
export interface Match {
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
  const candidates = before
    .flatMap((from, place) => after.map((to, index) => candidateOf(from, place, to, index)))
    .toSorted(byNearness)
  const partners = new Map<number, number>()
  const taken = new Set<number>()
  const pairUp = (isPair: (candidate: Candidate) => boolean) => {
    for (const candidate of candidates) {
      const isFree = !partners.has(candidate.after) && !taken.has(candidate.before)
      if (!isFree || !isPair(candidate)) continue
      partners.set(candidate.after, candidate.before)
      taken.add(candidate.before)
    }
  }
  pairUp(({ isSameType }) => isSameType)
  pairUp(({ changes }) => changes <= 2)
  if (before.length - taken.size === 1 && after.length - partners.size === 1) pairUp(() => true)
  return {
    pairs: after.flatMap((_, index) => {
      const place = partners.get(index)
      return place === undefined ? [] : [{ before: place, after: index }]
    }),
    removed: placesOf(before).filter((place) => !taken.has(place)),
    added: placesOf(after).filter((place) => !partners.has(place)),
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

function placesOf(groups: readonly NodeGroup[]): readonly number[] {
  return groups.map((_, place) => place)
}

import { nearest } from '../nearest.ts'
import { findInstance, INSTANCE_NAMES } from './instance.ts'

/**
 * The instance types that somebody may mean who has typed so far: those that begin so, then those
 * that hold it anywhere (`2xlarge`), then near ones where nothing does. Of a family the small ones
 * come first.
 */
export function suggestInstances(typed: string, most: number): readonly string[] {
  const sought = typed.trim().toLowerCase()
  const begins = INSTANCE_NAMES.filter((name) => name.startsWith(sought)).toSorted(bySize)
  const holds = INSTANCE_NAMES.filter(
    (name) => !name.startsWith(sought) && name.includes(sought),
  ).toSorted(bySize)
  const found = [...begins, ...holds].slice(0, most)
  return found.length > 0 ? found : nearest(sought, INSTANCE_NAMES, most)
}

/** Families in alphabetical order, a family by its vCPUs. */
function bySize(a: string, b: string): number {
  const [familyA = '', familyB = ''] = [a, b].map((name) => name.slice(0, name.indexOf('.')))
  if (familyA !== familyB) return familyA < familyB ? -1 : 1
  return vcpus(a) - vcpus(b) || (a < b ? -1 : 1)
}

function vcpus(name: string): number {
  return findInstance(name)?.vcpus ?? Infinity
}

import { nearest } from '../nearest.ts'
import type { InstanceLimits } from './limits.ts'
import { INSTANCE_TYPES } from './types.generated.ts'

/** The limits of an EC2 instance type by its exact name, or `undefined` for a name we do not know. */
export function findInstance(name: string): InstanceLimits | undefined {
  return INSTANCE_TYPES.get(name)
}

/** Every known name, sorted. */
export const INSTANCE_NAMES: readonly string[] = [...INSTANCE_TYPES.keys()]

/** The names that were most probably meant by one that we do not know, likeliest first. */
export function nearestInstances(name: string, most: number): readonly string[] {
  const inFull = name.replace(/xl?$/, 'xlarge')
  return findInstance(inFull) ? [inFull] : nearest(name, INSTANCE_NAMES, most)
}

const LONGEST_NAME = 40

/** Whether a word has the form of an instance type (`m5.large`, `u-6tb1.56xlarge`), known or not. */
export function looksLikeInstance(word: string): boolean {
  const dot = word.indexOf('.')
  if (word.length > LONGEST_NAME) return false
  return (
    dot > 1 && dot < word.length - 1 && isFamily(word.slice(0, dot)) && isSize(word.slice(dot + 1))
  )
}

function isFamily(text: string): boolean {
  return /^[a-z][a-z0-9-]*\d[a-z0-9-]*$/.test(text)
}

function isSize(text: string): boolean {
  return /^[a-z0-9-]*[a-z][a-z0-9-]*$/.test(text)
}

import type { Plan } from '../allocation/plan.ts'
import { waitingPods } from './waiting-pods.ts'
import type { Words } from '../words/words.ts'
import { amountText } from './figures.ts'
import { hasPrefixes } from './has-prefixes.ts'

/**
 * `60 addresses reserved by 4 ENIs · 35 held · 27 used by pods · 4 warm · 4 primaries`; with prefixes
 * `131 addresses held by 3 ENIs · 30 reserved without prefixes · …`. What leads is to be planned with.
 */
export function headlineText(plan: Plan, words: Words): string {
  const { reply } = words
  const waiting = waitingPods(plan)
  return [
    ...leadingTexts(plan, words),
    isServed(plan) ? reply.used(plan.used) : reply.forPods(plan.used),
    reply.warm(plan.warm),
    reply.primaries(plan.primaries),
    ...(plan.branch > 0 ? [reply.branch(plan.branch)] : []),
    ...(waiting > 0 ? [reply.pending(waiting)] : []),
    ...(plan.nodeReady ? [] : [reply.neverReady]),
    ...(plan.flapping ? [reply.flapping] : []),
  ].join(' · ')
}

/** Whether every address for a pod is there to be used; the figures are what the nodes want. */
function isServed({ fit }: Plan): boolean {
  return fit === null || fit.pending === 0
}

function leadingTexts(plan: Plan, words: Words): readonly string[] {
  const { reply } = words
  const [enis, held] = [amountText(plan.enis, words), amountText(plan.held, words)]
  return hasPrefixes(plan)
    ? [reply.heldBy(held, enis), reply.reservedWithoutPrefixes(plan.reserved)]
    : [reply.reservedBy(plan.reserved, enis), reply.held(held)]
}

import type { Plan } from '../allocation/plan.ts'
import type { Words } from '../words/words.ts'
import { amountText } from './figures.ts'
import { hasPrefixes } from './has-prefixes.ts'

/**
 * `60 addresses reserved by 4 ENIs · 35 held · 27 used by pods · 4 warm · 4 primaries`; with prefixes
 * `131 addresses held by 3 ENIs · 30 reserved without prefixes · …`. What leads is to be planned with.
 */
export function headlineText(plan: Plan, words: Words): string {
  const { reply } = words
  return [
    ...leadingTexts(plan, words),
    reply.used(plan.used),
    reply.warm(plan.warm),
    reply.primaries(plan.primaries),
    ...(plan.branch > 0 ? [reply.branch(plan.branch)] : []),
    ...(plan.pending > 0 ? [reply.pending(plan.pending)] : []),
    ...(plan.nodeReady ? [] : [reply.neverReady]),
    ...(plan.flapping ? [reply.flapping] : []),
  ].join(' · ')
}

function leadingTexts(plan: Plan, words: Words): readonly string[] {
  const { reply } = words
  const [enis, held] = [amountText(plan.enis, words), amountText(plan.held, words)]
  return hasPrefixes(plan)
    ? [reply.heldBy(held, enis), reply.reservedWithoutPrefixes(plan.reserved)]
    : [reply.reservedBy(plan.reserved, enis), reply.held(held)]
}

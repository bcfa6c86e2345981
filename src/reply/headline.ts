import type { Plan } from '../allocation/plan.ts'
import type { Words } from '../words/words.ts'
import { amountText } from './figures.ts'

/** `60 addresses reserved by 4 ENIs · 35 held · 27 used by pods · 4 warm · 4 primaries`. */
export function headlineText(plan: Plan, words: Words): string {
  const { reply } = words
  return [
    reply.reservedBy(plan.reserved, amountText(plan.enis, words)),
    reply.held(amountText(plan.held, words)),
    reply.used(plan.used),
    reply.warm(plan.warm),
    reply.primaries(plan.primaries),
    ...(plan.branch > 0 ? [reply.branch(plan.branch)] : []),
    ...(plan.pending > 0 ? [reply.pending(plan.pending)] : []),
    ...(plan.nodeReady ? [] : [reply.neverReady]),
    ...(plan.flapping ? [reply.flapping] : []),
  ].join(' · ')
}

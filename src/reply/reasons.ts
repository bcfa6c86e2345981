import type { Plan } from '../allocation/plan.ts'
import type { Words } from '../words/words.ts'
import { marked } from './marked.ts'
import type { Part } from './reply.ts'

/** Many node groups give more reasons than anybody reads at once. */
const MOST_REASONS = 10

/** The reasons of every group, each said once. */
export function reasonsPart(plan: Plan, words: Words): Part {
  const all = plan.groups.flatMap((group) => group.reasons.map(words.reasons.reasonText))
  const lines = Array.from(new Set(all), marked)
  const rest = lines.length - MOST_REASONS
  if (rest <= 0) return { kind: 'list', lines }
  return { kind: 'list', lines, atFirst: { most: MOST_REASONS, more: words.reply.andMore(rest) } }
}

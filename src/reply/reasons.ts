import type { Plan } from '../allocation/plan.ts'
import type { Words } from '../words/words.ts'
import { marked } from './marked.ts'
import type { Line } from './reply.ts'

/** Many node groups would give more reasons than a message takes, and than anybody reads. */
const MOST_REASONS = 10

/** The reasons of every group, each said once. */
export function reasonLines(plan: Plan, words: Words): readonly Line[] {
  const all = plan.groups.flatMap((group) => group.reasons.map(words.reasons.reasonText))
  const texts = Array.from(new Set(all))
  const rest = texts.length - MOST_REASONS
  const more = rest > 0 ? [words.reply.andMore(rest)] : []
  return [...texts.slice(0, MOST_REASONS), ...more].map(marked)
}

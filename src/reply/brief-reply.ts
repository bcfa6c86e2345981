import type { Plan } from '../allocation/plan.ts'
import type { Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import { leadParts, planSummary } from './plan-reply.ts'
import type { Reply } from './reply.ts'
import { rulesPart } from './rules.ts'

/** A run in a few lines, for below a link to it: what it is, what it takes, and whether the rules hold. */
export function briefReply(run: Run<Plan>, words: Words): Reply {
  return {
    summary: planSummary(run, words),
    audience: 'channel',
    parts: [...leadParts(run, words), rulesPart(run, words)],
  }
}

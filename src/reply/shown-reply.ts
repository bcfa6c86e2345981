import type { Plan } from '../allocation/plan.ts'
import type { Run, StoredPlan } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import { amountText } from './figures.ts'
import { figureParts, planSummary, reasonParts, showAgain } from './plan-reply.ts'
import type { Part, Reply } from './reply.ts'

/** What an earlier run is shown with. */
export interface ShownReplyContext {
  /** The run with its plan by today's rules. */
  readonly run: Run<Plan>
  /** The plan as it was answered then. */
  readonly stored: StoredPlan
  /** Its address in a browser; `null`: it has none. */
  readonly link: string | null
  readonly audience: Reply['audience']
  readonly words: Words
  readonly now: Date
}

/** An earlier run once more. */
export function shownReply(context: ShownReplyContext): Reply {
  const { run, audience, words, now } = context
  const asked = words.numbers.ago(run.askedAt, now)
  return {
    summary: planSummary(run, words),
    audience,
    ...showAgain(run, words),
    parts: [
      ...figureParts(run, words),
      { kind: 'note', line: [words.recall.askedThen(asked)] },
      ...originParts(run, words),
      ...storedParts(context),
      ...linkParts(context),
      ...reasonParts(run, words),
    ],
  }
}

function originParts({ parent }: Run<Plan>, words: Words): readonly Part[] {
  return parent === null ? [] : [{ kind: 'note', line: [words.recall.whatIfOf(`#${parent}`)] }]
}

function linkParts({ link, words }: ShownReplyContext): readonly Part[] {
  if (link === null) return []
  return [{ kind: 'text', line: [`${words.recall.link}${words.reply.colon}`, { link }] }]
}

/** Where the rules have changed since, both answers are told. */
function storedParts({ run, stored, words }: ShownReplyContext): readonly Part[] {
  const [then, today] = [stored, run.plan].map(
    ({ reserved, held }) => [reserved, amountText(held, words)] as const,
  )
  if (!then || String(then) === String(today)) return []
  return [{ kind: 'note', line: [words.recall.storedThen(...then)] }]
}

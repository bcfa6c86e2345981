import { createHash } from 'node:crypto'
import { ENGINE_VERSION } from '../allocation/version.ts'
import type { NewRun } from './kept.ts'
import { GRACE_MS } from './outbox.ts'
import { shapeOf } from './shape.ts'
import { encodePlan } from './stored-plan.ts'
import { encodeScenario } from './stored-scenario.ts'
import { uuid7 } from './uuid7.ts'
import type { Statement } from './workspace-transaction.ts'

/** The one statement that keeps a run, to be sent at `now`. */
export function keepQuery(run: NewRun, now: number): Statement {
  const parameters = parametersOf(run, now)
  text ??= textWith(Object.keys(parameters))
  return { text, values: Object.values(parameters) }
}

/** The same for every run, so it is made once. */
let text: string | undefined

function textWith(names: readonly string[]): string {
  const parameters = names.map((name, index) => `${name} => $${index + 1}`)
  return `SELECT * FROM keep_run(${parameters.join(', ')})`
}

/** By their names, which are told with the function. */
function parametersOf(run: NewRun, now: number) {
  const { asker, request, name, line, scenario, plan, askedAt, parent, against } = run
  const { workspace, channel, thread, isPrivate, author, authorName } = asker
  const { key, answerBy, delivery } = request
  const id = uuid7(askedAt)
  return {
    workspace,
    channel,
    thread,
    is_private: isPrivate,
    author,
    author_name: authorName,
    id,
    name,
    line,
    shape: shapeOf(scenario),
    scenario: JSON.stringify(encodeScenario(scenario)),
    plan: JSON.stringify(encodePlan(plan)),
    engine: ENGINE_VERSION,
    cni: scenario.cni,
    changes: parent,
    against,
    asked_at: askedAt.toISOString(),
    answer_within: answerBy && `${answerBy.getTime() - now} milliseconds`,
    request: key,
    same_line: key === null ? null : sameLineKey(run),
    reply: delivery?.id,
    installation: delivery?.installation,
    language: delivery?.language,
    response_url: delivery?.responseUrl,
    reply_due: delivery && new Date(now + GRACE_MS).toISOString(),
    audit_id: id,
  }
}

/** Who sent which line where: the same once more within 30 seconds is not a new question. */
function sameLineKey({ asker: { channel, author }, line }: NewRun): string {
  const digest = createHash('sha256').update(JSON.stringify([channel, author, line]))
  return `line:${digest.digest('base64url')}`
}

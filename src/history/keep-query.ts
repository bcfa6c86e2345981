import { createHash } from 'node:crypto'
import { ENGINE_VERSION } from '../allocation/version.ts'
import type { NewRun } from './kept.ts'
import { GRACE_MS } from './outbox.ts'
import { shapeOf } from './shape.ts'
import { encodePlan } from './stored-plan.ts'
import { encodeScenario } from './stored-scenario.ts'
import { uuid7 } from './uuid7.ts'
import type { Statement } from './workspace-transaction.ts'

/** The parameters of the function `keep_run`, which are told with it, and their types. */
const PARAMETERS = {
  workspace: 'text',
  channel: 'text',
  thread: 'text',
  is_private: 'boolean',
  author: 'text',
  author_name: 'text',
  id: 'uuid',
  name: 'text',
  line: 'text',
  shape: 'text',
  scenario: 'json',
  plan: 'json',
  engine: 'int',
  cni: 'text',
  changes: 'int',
  against: 'int',
  asked_at: 'timestamptz',
  answer_within: 'interval',
  request: 'text',
  same_line: 'text',
  reply: 'uuid',
  installation: 'text',
  language: 'text',
  response_url: 'text',
  reply_due: 'timestamptz',
  audit_id: 'uuid',
} as const

/** In a group, so long for the row of a workspace: the others must not wait for one that is busy. */
const GROUP_LOCK_MS = 100

const TEXT = textWith('$1')
const GROUP_TEXT = textWith(
  `CASE WHEN set_config('lock_timeout', '${GROUP_LOCK_MS}', true) <> '' THEN $1::json END`,
)

function textWith(asked: string): string {
  const columns = parameters((name, type) => `${name} ${type}`)
  return `
    SELECT asked.place, kept.* FROM json_to_recordset(${asked}) AS asked(place int, ${columns}),
      keep_run(${parameters((name) => `${name} => asked.${name}`)}) AS kept`
}

function parameters(write: (name: string, type: string) => string): string {
  return Object.entries(PARAMETERS)
    .map(([name, type]) => write(name, type))
    .join(', ')
}

/**
 * The one statement that keeps all these runs, or none, to be sent at `now`. Each row that it gives
 * names the place of its run among these.
 */
export function keepQuery(runs: readonly NewRun[], now: number): Statement {
  const answerBy = earliest(runs)
  const asked = runs.map((run, place) => rowOf(run, { place, now, answerBy }))
  // Each run locks its workspace. Two statements that lock the same ones do it in the same order.
  asked.sort((a, b) => (a.workspace < b.workspace ? -1 : a.workspace > b.workspace ? 1 : 0))
  return { text: runs.length > 1 ? GROUP_TEXT : TEXT, values: [JSON.stringify(asked)] }
}

/** All are committed at the same time, so the first deadline counts for all. In ms since 1970. */
function earliest(runs: readonly NewRun[]): number {
  return Math.min(
    ...runs.map(({ request }) => request.answerBy?.getTime() ?? Number.POSITIVE_INFINITY),
  )
}

interface Sent {
  readonly place: number
  readonly now: number
  readonly answerBy: number
}

function rowOf(run: NewRun, { place, now, answerBy }: Sent) {
  const { asker, request, name, line, scenario, plan, askedAt, parent, against } = run
  const { workspace, channel, thread, isPrivate, author, authorName } = asker
  const { key, delivery } = request
  const id = uuid7(askedAt)
  return {
    place,
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
    scenario: encodeScenario(scenario),
    plan: encodePlan(plan),
    engine: ENGINE_VERSION,
    cni: scenario.cni,
    changes: parent,
    against,
    asked_at: askedAt,
    answer_within: answerBy === Number.POSITIVE_INFINITY ? null : `${answerBy - now} milliseconds`,
    request: key,
    same_line: key === null ? null : sameLineKey(run),
    reply: delivery?.id,
    installation: delivery?.installation,
    language: delivery?.language,
    response_url: delivery?.responseUrl,
    reply_due: delivery && new Date(now + GRACE_MS),
    audit_id: id,
  } satisfies Record<'place' | keyof typeof PARAMETERS, unknown>
}

/** Who sent which line where: the same once more within 30 seconds is not a new question. */
function sameLineKey({ asker: { channel, author }, line }: NewRun): string {
  const digest = createHash('sha256').update(JSON.stringify([channel, author, line]))
  return `line:${digest.digest('base64url')}`
}

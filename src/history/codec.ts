import { z } from 'zod'
import type { Plan } from '../allocation/plan.ts'
import { Scenario } from '../scenario/scenario.ts'
import type { Scenario as ScenarioRow } from './generated/client.ts'
import type { Run } from './history.ts'

const Amount = z.union([z.int(), z.strictObject({ min: z.int(), max: z.int() })])

/** What a later run is compared with; the rest of a stored plan is for people to read. */
const StoredTotals = z.object({
  held: Amount,
  reserved: z.int(),
  usable: z.int(),
  used: z.int(),
  warm: z.int(),
  primaries: z.int(),
  branch: z.int(),
  enis: Amount,
  pending: z.int(),
})

/**
 * Reads a stored row.
 * @throws UnreadableRunError, which names the row, when its JSON is not what this version of eksip writes.
 */
export function decodeRun(row: ScenarioRow): Run {
  const scenario = Scenario.safeParse(row.scenario)
  const plan = StoredTotals.safeParse(row.plan)
  if (!scenario.success) throw unreadable(row, scenario.error)
  if (!plan.success) throw unreadable(row, plan.error)
  return {
    number: row.number,
    name: row.name,
    line: row.line,
    scenario: scenario.data,
    plan: plan.data,
    author: row.author,
    authorName: row.authorName,
    askedAt: row.createdAt,
  }
}

/** A plan as plain JSON; it holds nothing that JSON would change. */
export function encodePlan(plan: Plan) {
  return JsonObject.parse(plan)
}

const JsonObject = z.record(z.string(), z.json())

/** A stored run in a form that this version of eksip does not know. */
export class UnreadableRunError extends Error {
  override readonly name = 'UnreadableRunError'
}

function unreadable(row: ScenarioRow, error: z.ZodError): Error {
  const place = `scenario #${row.number} of workspace ${row.workspaceId}`
  return new UnreadableRunError(`${place} cannot be read: ${z.prettifyError(error)}`, {
    cause: error,
  })
}

import { z } from 'zod'
import { Scenario } from '../scenario/scenario.ts'
import type { Scenario as ScenarioRow } from './generated/client.ts'
import type { Run } from './history.ts'
import { PlanJson } from './stored-plan.ts'

/**
 * Reads a stored row.
 * @throws UnreadableRunError, which names the row, when its JSON is not what this version of eksip
 * or an earlier one writes.
 */
export function decodeRun(row: ScenarioRow): Run {
  const scenario = Scenario.safeParse(row.scenario)
  const plan = PlanJson.safeParse(row.plan)
  if (!scenario.success) throw unreadable(row, scenario.error)
  if (!plan.success) throw unreadable(row, plan.error)
  return {
    number: row.number,
    name: row.name,
    line: row.line,
    scenario: scenario.data,
    plan: plan.data,
    engine: row.engine,
    parent: null,
    channel: row.channel,
    thread: null,
    isPrivate: false,
    isPinned: false,
    author: row.author,
    authorName: row.authorName,
    askedAt: row.createdAt,
  }
}

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

import { z } from 'zod'
import type { Run } from './run.ts'
import type { RunRow } from './run-row.ts'
import { PlanJson } from './stored-plan.ts'
import { ScenarioJson } from './stored-scenario.ts'

/** A run as it is read from the database: it always has a number. */
export type StoredRun = Run & { readonly number: number }

/**
 * Reads a stored row.
 * @throws an error that names the row, when its JSON is not what this version of eksip or an earlier
 * one writes.
 */
export function decodeRun(row: RunRow): StoredRun {
  const scenario = ScenarioJson.safeParse(row.scenario)
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
    parent: row.parent,
    channel: row.channel,
    thread: row.thread,
    isPrivate: row.is_private,
    isPinned: row.is_pinned,
    author: row.author,
    authorName: row.author_name,
    askedAt: row.created_at,
  }
}

/** A run that nobody can read any more must keep no other one from being shown or stored. */
export function decodeIfReadable(
  row: RunRow,
  onUnreadable: (error: Error) => void,
): StoredRun | null {
  try {
    return decodeRun(row)
  } catch (error) {
    if (!(error instanceof UnreadableRunError)) throw error
    onUnreadable(error)
    return null
  }
}

/** A stored run in a form that this version of eksip does not know. */
class UnreadableRunError extends Error {
  override readonly name = 'UnreadableRunError'
}

function unreadable(row: RunRow, error: z.ZodError): Error {
  const place = `scenario #${row.number} of workspace ${row.workspace_id}`
  return new UnreadableRunError(`${place} cannot be read: ${z.prettifyError(error)}`, {
    cause: error,
  })
}

import { z } from 'zod'
import { ENGINE_VERSION } from '../allocation/version.ts'
import type { Asker } from './asker.ts'
import { auditInsert } from './audit.ts'
import { BudgetJson, budgetJson, type Budget } from './budget.ts'
import { Prisma } from './generated/client.ts'
import type { NewRun } from './kept.ts'
import { seenNumber } from './latest.ts'
import { sameLineKey } from './look-up.ts'
import { GRACE_MS } from './outbox.ts'
import { shapeOf } from './shape.ts'
import { encodePlan } from './stored-plan.ts'
import { encodeScenario } from './stored-scenario.ts'
import { uuid7 } from './uuid7.ts'
import type { Statements } from './workspace-transaction.ts'

const Taken = z.tuple([z.object({ number: z.int(), budget: BudgetJson.nullable() })])
const Parents = z.tuple([z.object({ parent: z.int().nullable() })])

/**
 * The row of the workspace stays locked until the transaction ends, so numbers have no gaps. With the
 * number comes the budget of the channel.
 */
export async function takeNumber(
  tx: Statements,
  asker: Asker,
): Promise<{ readonly number: number; readonly budget: Budget | null }> {
  return Taken.parse(await tx.$queryRaw(numberQuery(asker)))[0]
}

export function numberQuery(asker: Asker): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO workspace AS known (id, last_number) VALUES (${asker.workspace}, 1)
    ON CONFLICT (id) DO UPDATE SET last_number = known.last_number + 1
    RETURNING last_number AS number, ${budgetJson(asker)} AS budget`
}

/** To be used before the transaction ends: nobody else has seen the number. */
export async function giveNumberBack(tx: Statements, workspace: string): Promise<void> {
  await tx.$queryRaw(
    Prisma.sql`UPDATE workspace SET last_number = last_number - 1 WHERE id = ${workspace}`,
  )
}

/**
 * Stores a run with all that belongs to it, in one statement; its types and its name are written by
 * a trigger. Returns its parent, which is `null` where the asker may not see the one that was given.
 */
export async function insertRun(
  tx: Statements,
  run: NewRun,
  number: number,
  comparedWith: number | null,
): Promise<number | null> {
  return Parents.parse(await tx.$queryRaw(insertQuery(run, number, comparedWith)))[0].parent
}

export function insertQuery(run: NewRun, number: number, comparedWith: number | null): Prisma.Sql {
  return Prisma.sql`
    WITH stored AS (${scenarioInsert(run, number, comparedWith)}),
    ${keysInsert(run, number)}
    ${replyInsert(run, number, comparedWith)}
    audited AS (${auditInsert(run.asker, { action: 'keep', number }, run.askedAt)})
    SELECT parent FROM stored`
}

function scenarioInsert(run: NewRun, number: number, comparedWith: number | null): Prisma.Sql {
  const { asker, name, line, scenario, plan, askedAt, parent } = run
  const { workspace, channel, thread, isPrivate, author, authorName } = asker
  return Prisma.sql`
    INSERT INTO scenario (
      workspace_id, number, id, channel, thread, is_private, author, author_name, name, line,
      shape, scenario, plan, engine, cni, parent, compared_with, created_at)
    VALUES (
      ${workspace}, ${number}, ${uuid7(askedAt)}::uuid, ${channel}, ${thread}, ${isPrivate},
      ${author}, ${authorName}, ${name}, ${line}, ${shapeOf(scenario)},
      ${JSON.stringify(encodeScenario(scenario))}::json, ${JSON.stringify(encodePlan(plan))}::json,
      ${ENGINE_VERSION}, ${scenario.cni},
      ${parent === null ? Prisma.sql`NULL` : seenNumber(asker, parent)}, ${comparedWith}::int,
      ${askedAt.toISOString()}::timestamptz)
    RETURNING parent`
}

/** Takes away some keys that nobody repeats any more, too: as many as come. */
function keysInsert(run: NewRun, number: number): Prisma.Sql {
  const { key } = run.request
  if (key === null) return Prisma.empty
  const { workspace } = run.asker
  const line = sameLineKey(run)
  const askedAt = Prisma.sql`${run.askedAt.toISOString()}::timestamptz`
  return Prisma.sql`
    keyed AS (
      INSERT INTO request_key (workspace_id, key, number, asked_at)
      VALUES (${workspace}, ${key}, ${number}, ${askedAt}),
             (${workspace}, ${line}, ${number}, ${askedAt})
      ON CONFLICT (workspace_id, key)
      DO UPDATE SET number = excluded.number, asked_at = excluded.asked_at
    ), pruned AS (
      DELETE FROM request_key WHERE workspace_id = ${workspace} AND key IN (
        SELECT key FROM request_key
        WHERE workspace_id = ${workspace} AND asked_at < ${askedAt} - interval '2 days'
          AND key NOT IN (${key}, ${line})
        ORDER BY asked_at LIMIT 3)
    ),`
}

function replyInsert(run: NewRun, number: number, earlier: number | null): Prisma.Sql {
  const { delivery } = run.request
  if (delivery === null) return Prisma.empty
  const { workspace, channel, thread, author } = run.asker
  const dueAt = new Date(Date.now() + GRACE_MS).toISOString()
  return Prisma.sql`
    reply AS (
      INSERT INTO outbox (
        id, workspace_id, number, earlier, installation, channel, thread, author, language,
        response_url, due_at)
      VALUES (
        ${delivery.id}::uuid, ${workspace}, ${number}, ${earlier}::int, ${delivery.installation},
        ${channel}, ${thread}, ${author}, ${delivery.language}, ${delivery.responseUrl},
        ${dueAt}::timestamptz)
    ),`
}

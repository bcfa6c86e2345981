import type { Pool } from 'pg'
import { z } from 'zod'
import { Prisma, type PrismaClient } from './generated/client.ts'
import { inWorkspace, statementsOn, type Statements } from './workspace-transaction.ts'

/** How the answer to a request reaches its channel: stored with the run, in one transaction. */
export interface Delivery {
  /** A UUID that the door makes, to send the reply itself right after the commit. */
  readonly id: string
  /** The team or organization whose token delivers it. */
  readonly installation: string
  readonly language: 'en' | 'fr'
  /** Where the reply goes if the bot is not in the channel; `null`: nowhere else. */
  readonly responseUrl: string | null
}

/** What a reply shows, and where. */
export interface NewReply {
  readonly delivery: Delivery
  readonly workspace: string
  readonly channel: string
  readonly thread: string | null
  /** Who asked. */
  readonly author: string
  /** Who wants it in the channel, if that is somebody later. */
  readonly sharedBy: string | null
  /** The number of the run. */
  readonly number: number
  /** The run that it was compared with. */
  readonly earlier: number | null
}

/** A reply that this process has taken and must send now. */
export interface DueReply extends NewReply {
  /** `plain` after Slack has refused the blocks. */
  readonly form: 'blocks' | 'plain'
  /** How often it was taken, this time included. */
  readonly attempts: number
  readonly createdAt: Date
}

/** What became of a reply that was taken. */
export interface Ending {
  readonly id: string
  /** As in `Outbox`. */
  readonly state: 'sent' | 'refused' | 'unknown'
  /** The message in Slack, where it is known; from then on it leads to the run. */
  readonly ts: string | null
  readonly reason: string | null
}

/**
 * Replies on their way to Slack. `pending` ones are taken by any replica when they are due; one that
 * is `sending` is its taker's alone, and ends as `sent`, `refused` (Slack never takes it) or
 * `unknown` (nobody knows whether Slack has it: it is not sent again).
 */
export interface Outbox {
  /**
   * Stores a reply to a run that is stored already; a new run stores its own. It is compared with what
   * it was compared with then, where the channel may see that.
   */
  add(reply: Omit<NewReply, 'earlier'>): Promise<void>
  /** Takes replies right after their commit, but those whose channel must wait: they become due. */
  begin(ids: readonly string[]): Promise<readonly DueReply[]>
  /** Takes replies that are due: of each channel one, of each workspace one before a second one. */
  take(most: number): Promise<readonly DueReply[]>
  finish(endings: readonly Ending[]): Promise<void>
  postpone(id: string, waitMs: number, form: DueReply['form'], reason: string): Promise<void>
  /** Marks what a process that is gone was sending as `unknown`; returns how many. */
  abandon(): Promise<number>
  /** Deletes finished replies that are older than `ageMs`, some at a time; returns how many. */
  forget(ageMs: number): Promise<number>
}

/** Other replicas leave a new reply to the process that stored it for so long. */
export const GRACE_MS = 8_000
/** Longer than a call to Slack and the notes about it can take. */
const LEASE = '15 seconds'

/** With `pool`, the one that Prisma uses, replies are taken and noted without Prisma in between. */
export function prismaOutbox(prisma: PrismaClient, pool?: Pool): Outbox {
  const statements: Statements = pool ? statementsOn(pool) : prisma
  const rowsOf = (statement: Prisma.Sql) => statements.$queryRaw(statement)
  return {
    add: (reply) =>
      inWorkspace(prisma, reply.workspace, async (tx) => {
        const [compared] = Compared.parse(await tx.$queryRaw(comparedWithQuery(reply)))
        const earlier = compared?.number ?? null
        await tx.outbox.create({ data: rowOf({ ...reply, earlier }), select: { id: true } })
      }),
    async begin(ids) {
      const begun = Prisma.sql`
        SELECT begun.* FROM jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) AS reply (id)
        CROSS JOIN LATERAL outbox_begin(reply.id::uuid, ${LEASE}::interval) AS begun`
      return Rows.parse(await rowsOf(begun)).map(dueReply)
    },
    async take(most) {
      const taken = Prisma.sql`SELECT * FROM outbox_take(${most}::int, ${LEASE}::interval)`
      return Rows.parse(await rowsOf(taken)).map(dueReply)
    },
    async finish(endings) {
      await rowsOf(Prisma.sql`
        SELECT FROM jsonb_to_recordset(${JSON.stringify(endings)}::jsonb)
          AS ending (id uuid, state text, ts text, reason text)
        CROSS JOIN LATERAL outbox_finish(ending.id, ending.state, ending.ts, ending.reason)`)
    },
    async postpone(id, waitMs, form, reason) {
      const wait = `${waitMs} milliseconds`
      await rowsOf(
        Prisma.sql`SELECT FROM outbox_postpone(${id}::uuid, ${wait}::interval, ${form}, ${reason})`,
      )
    },
    async abandon() {
      return count(await rowsOf(Prisma.sql`SELECT outbox_abandon()::int AS count`))
    },
    async forget(ageMs) {
      const age = `${ageMs} milliseconds`
      return count(await rowsOf(Prisma.sql`SELECT outbox_forget(${age}::interval)::int AS count`))
    },
  }
}

const Compared = z.array(z.object({ number: z.int() }))

function comparedWithQuery({ workspace, channel, number }: Omit<NewReply, 'earlier'>): Prisma.Sql {
  return Prisma.sql`
    SELECT earlier.number FROM scenario AS earlier JOIN scenario AS run
      ON run.workspace_id = ${workspace} AND run.number = ${number}::int
    WHERE earlier.workspace_id = ${workspace} AND earlier.number = run.compared_with
      AND (NOT earlier.is_private OR earlier.channel = ${channel})`
}

function rowOf({ delivery, ...reply }: NewReply) {
  const { workspace: workspaceId, ...place } = reply
  return { ...delivery, ...place, workspaceId, dueAt: new Date(Date.now() + GRACE_MS) }
}

/** A row as the functions of the database give it. */
const Rows = z.array(
  z.object({
    id: z.string(),
    workspace_id: z.string(),
    number: z.int(),
    earlier: z.int().nullable(),
    installation: z.string(),
    channel: z.string(),
    thread: z.string().nullable(),
    author: z.string(),
    shared_by: z.string().nullable(),
    language: z.enum(['en', 'fr']),
    response_url: z.string().nullable(),
    form: z.enum(['blocks', 'plain']),
    attempts: z.int(),
    created_at: z.date(),
  }),
)

function dueReply(row: z.infer<typeof Rows>[number]): DueReply {
  const { id, installation, language, number, earlier, channel, thread, author } = row
  return {
    delivery: { id, installation, language, responseUrl: row.response_url },
    workspace: row.workspace_id,
    sharedBy: row.shared_by,
    createdAt: row.created_at,
    number,
    earlier,
    channel,
    thread,
    author,
    form: row.form,
    attempts: row.attempts,
  }
}

function count(rows: unknown): number {
  return z.tuple([z.object({ count: z.int() })]).parse(rows)[0].count
}

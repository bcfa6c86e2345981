import { z } from 'zod'
import { Prisma } from './generated/client.ts'

/** What a run is read from; to be selected from `RUN_TABLES`. */
export const RUN_COLUMNS = Prisma.sql`
  scenario.workspace_id, scenario.number, label.name, scenario.line, scenario.scenario,
  scenario.plan, scenario.engine, scenario.parent, scenario.channel, scenario.thread,
  scenario.is_private, coalesce(label.is_pinned, false) AS is_pinned, scenario.author,
  scenario.author_name, scenario.created_at`

export const RUN_TABLES = Prisma.sql`
  scenario LEFT JOIN label
    ON label.workspace_id = scenario.workspace_id AND label.number = scenario.number`

/** A row as the database gives it, its JSON not looked into yet. */
export const RunRow = z.object({
  workspace_id: z.string(),
  number: z.int(),
  name: z.string().nullable(),
  line: z.string(),
  scenario: z.unknown(),
  plan: z.unknown(),
  engine: z.int(),
  parent: z.int().nullable(),
  channel: z.string(),
  thread: z.string().nullable(),
  is_private: z.boolean(),
  is_pinned: z.boolean(),
  author: z.string(),
  author_name: z.string().nullable(),
  created_at: z.date(),
})
export type RunRow = z.infer<typeof RunRow>

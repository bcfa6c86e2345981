import type { ClientBase } from 'pg'

type Right = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'

const ALL: readonly Right[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE']

/**
 * What the account that serves may do with each table, and nothing else. Rows that belong to others
 * (the types of a scenario, all of a workspace) go with those, by the owner's rights.
 */
export const RIGHTS: Readonly<Record<string, readonly Right[]>> = {
  workspace: ALL,
  scenario: ['SELECT', 'INSERT', 'DELETE'],
  scenario_type: ['SELECT', 'INSERT'],
  label: ALL,
  message: ['SELECT', 'INSERT'],
  tombstone: ['SELECT', 'INSERT'],
  request_key: ALL,
  budget: ALL,
  preference: ALL,
  audit: ['INSERT'],
  outbox: ALL,
  oauth_state: ALL,
  installation: ALL,
  _prisma_migrations: ['SELECT'],
}

/** The functions that it calls, or that those call. They do no more than it may do itself. */
export const FUNCTIONS: readonly string[] = [
  'keep_run',
  'kept_run',
  'outbox_begin',
  'outbox_take',
  'outbox_finish',
  'outbox_postpone',
  'outbox_abandon',
  'outbox_forget',
]

/** The tables whose rows belong to workspaces; all others hold ids and secrets under a key. */
export const TENANT_TABLES: readonly string[] = Object.keys(RIGHTS).filter(
  (table) => !['oauth_state', 'installation', '_prisma_migrations'].includes(table),
)

/** The rights that a role lacks, such as `INSERT on audit`. */
export async function missingRights(
  client: Pick<ClientBase, 'query'>,
  role: string,
): Promise<readonly string[]> {
  const wanted = Object.entries(RIGHTS).flatMap(([table, rights]) =>
    rights.map((right) => [table, right] as const),
  )
  const { rows } = await client.query<{ table: string; right: string }>(
    `SELECT "table", "right" FROM unnest($2::text[], $3::text[]) AS wanted("table", "right")
     WHERE to_regclass(quote_ident("table")) IS NULL
       OR NOT has_table_privilege($1, quote_ident("table"), "right")`,
    [role, wanted.map(([table]) => table), wanted.map(([, right]) => right)],
  )
  return [
    ...rows.map(({ table, right }) => `${right} on ${table}`),
    ...(await forbiddenFunctions(client, role)).map((name) => `EXECUTE on ${name}`),
  ]
}

/** Everybody may call a new function, unless the owner has taken that right away for good. */
async function forbiddenFunctions(
  client: Pick<ClientBase, 'query'>,
  role: string,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT proname AS name FROM pg_proc
     WHERE pronamespace = current_schema()::regnamespace AND proname = ANY($2)
       AND NOT has_function_privilege($1, oid, 'EXECUTE')`,
    [role, FUNCTIONS],
  )
  return rows.map(({ name }) => name)
}

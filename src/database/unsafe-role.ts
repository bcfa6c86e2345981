import type { Pool } from 'pg'
import { TENANT_TABLES } from './rights.ts'

const REMEDY =
  'Set DATABASE_URL to an account of its own, such as postgresql://eksip_bot:password@host/database, ' +
  'and MIGRATION_DATABASE_URL to the present one, which then makes it.'

/**
 * Why the account of a pool must not serve many workspaces, in a sentence that says what to do: row
 * level security does not hold for it. `null` where it does.
 */
export async function unsafeRole(pool: Pool): Promise<string | null> {
  const { rows } = await pool.query<{ name: string; superuser: boolean; bypasses: boolean }>(
    `SELECT rolname AS name, rolsuper AS superuser, rolbypassrls AS bypasses
     FROM pg_roles WHERE rolname = current_user`,
  )
  const [role] = rows
  const account = `The account ${role?.name} of DATABASE_URL`
  if (role?.superuser) return `${account} is a superuser. ${REMEDY}`
  if (role?.bypasses) return `${account} may bypass row level security. ${REMEDY}`
  const open = await openTables(pool)
  if (open.length === 0) return null
  return `${account} is not bound by row level security of ${open.join(', ')}. ${REMEDY}`
}

/** Tables that show this account all rows: without row level security, or its own without FORCE. */
async function openTables(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = current_schema()::regnamespace AND relname = ANY($1)
       AND (NOT relrowsecurity
         OR (pg_has_role(relowner, 'USAGE') AND NOT relforcerowsecurity))
     ORDER BY relname`,
    [TENANT_TABLES],
  )
  return rows.map(({ name }) => name)
}

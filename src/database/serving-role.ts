import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { FUNCTIONS, missingRights, RIGHTS } from './rights.ts'

/**
 * Gives the account of `servingUrl` the rights that it needs in the database of `client`, and makes
 * it where it is not there. Does nothing where that is the account of `client` itself. To be called
 * by one program at a time.
 * @throws where `client` may not do so.
 */
export async function admitServingRole(client: Client, servingUrl: string): Promise<void> {
  // As `pg` reads an address: what is not in it comes from PGUSER and PGPASSWORD.
  const { user: role, password } = new Client({ connectionString: servingUrl })
  if (role === undefined || role === client.user) return
  if (!(await exists(client, role))) await create(client, role, password)
  if ((await missingRights(client, role)).length > 0) await client.query(grants(role))
}

async function exists(client: Client, role: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
  return rowCount === 1
}

async function create(client: Client, role: string, password: string | undefined): Promise<void> {
  const secret = password ? `PASSWORD ${escapeLiteral(password)}` : ''
  await client.query(
    `CREATE ROLE ${escapeIdentifier(role)} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE ${secret}`,
  )
}

function grants(role: string): string {
  const name = escapeIdentifier(role)
  return [
    ...Object.entries(RIGHTS).map(
      ([table, rights]) => `GRANT ${rights.join(', ')} ON ${escapeIdentifier(table)} TO ${name};`,
    ),
    ...FUNCTIONS.map((called) => `GRANT EXECUTE ON FUNCTION ${called} TO ${name};`),
  ].join('\n')
}

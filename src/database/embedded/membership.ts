import { Socket } from 'node:net'
import { Client } from 'pg'

/**
 * Each user of a server holds a shared advisory lock through a connection of its own. The system
 * closes the connection when a user is killed, so nobody is counted who is not there any more.
 */
export type Membership = { readonly client: Client; readonly socket: Socket }

export type Remaining = 'nobody' | 'others'

/** Any number but the ones of other advisory locks, such as that of the migrations. */
const USERS_LOCK = 6_648_691
const CONNECT_MS = 5_000

/** Joins the users of a server. Throws the error of `pg` when it does not take connections. */
export async function join(url: string): Promise<Membership> {
  const socket = new Socket()
  const client = new Client({
    connectionString: url,
    application_name: 'eksip user',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    stream: () => socket,
  })
  // The server may be stopped by hand; whoever queries it then reports that better than we could.
  client.on('error', () => {})
  await client.connect()
  await client.query('SELECT pg_advisory_lock_shared($1)', [USERS_LOCK])
  // To be a user is no reason for a program to go on.
  socket.unref()
  return { client, socket }
}

/** Leaves, and tells who remains. Throws when the server is gone. */
export async function leave({ client, socket }: Membership): Promise<Remaining> {
  socket.ref()
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [USERS_LOCK])
    const { rows } = await client.query<{ alone: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS alone',
      [USERS_LOCK],
    )
    return rows[0]?.alone === true ? 'nobody' : 'others'
  } finally {
    await client.end()
  }
}

import { chownSync, existsSync, lstatSync, mkdirSync } from 'node:fs'
import { EmbeddedServerFailure } from './failure.ts'
import type { ServerUser } from './user.ts'

/**
 * Makes a folder that only `user` can open. One that is there already must be that user's own:
 * where everybody may write, anybody could have put something under its name.
 */
export function makePrivateFolder(folder: string, user: ServerUser): void {
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
  const uid = user?.uid ?? process.getuid?.()
  const { uid: owner } = lstatSync(folder)
  if (user !== null && owner === 0) chownSync(folder, user.uid, user.gid)
  else if (uid !== undefined && owner !== uid) throw ownedByAnother(folder, owner)
}

function ownedByAnother(folder: string, uid: number): EmbeddedServerFailure {
  return new EmbeddedServerFailure(
    `The embedded Postgres cannot use ${folder}: it belongs to another account (uid ${uid}). ` +
      'Start as that account, remove the folder and with it the data in it, or set DATABASE_URL.',
  )
}

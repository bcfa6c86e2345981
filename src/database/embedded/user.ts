import { statSync } from 'node:fs'
import path from 'node:path'

/** The account that the server runs as; `null`: the one that runs this program. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null

/** The account that owns nothing, by convention on Unix. (initdb wants one that has a name.) */
export const NOBODY = { uid: 65_534, gid: 65_534 } as const

/**
 * The account for a server whose files are in `folder`. Postgres refuses to run as root, so root
 * starts it as the owner of the files, and as nobody where there are none yet.
 */
export function serverUser(folder: string): ServerUser {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(folder, { throwIfNoEntry: false })
  return owner === undefined || owner.uid === 0 ? NOBODY : { uid: owner.uid, gid: owner.gid }
}

/** True when the account may pass through `folder` and every folder above it. */
export function canReach(user: ServerUser, folder: string): boolean {
  if (user === null) return true
  const above = path.dirname(folder)
  return mayPass(user.uid, folder) && (above === folder || canReach(user, above))
}

const OWNER_PASSES = 0o100
const OTHERS_PASS = 0o001

function mayPass(uid: number, folder: string): boolean {
  const { mode, uid: owner } = statSync(folder)
  return (mode & (owner === uid ? OWNER_PASSES : OTHERS_PASS)) !== 0
}

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { makePrivateFolder } from './private-folder.ts'
import { canReach, NOBODY, serverUser, type ServerUser } from './user.ts'

/** Where an embedded server keeps its files, and the account it runs as. */
export type Place = {
  readonly folder: string
  /** Postgres's data folder. */
  readonly data: string
  /** Port and password, see `state.ts`. */
  readonly state: string
  readonly log: string
  /** Held by whoever starts or stops the server, see `lock.ts`. */
  readonly lock: string
  readonly user: ServerUser
}

/**
 * Opens the place for the server of a project's folder, such as `.eksip`: the folder `postgres` in
 * it. Where root works below a folder that is closed to other accounts, the server could not read
 * its own files there; then the place is a folder in /var/lib, the same one each time.
 */
export function openPlace(projectFolder: string): Place {
  const above = path.resolve(projectFolder)
  mkdirSync(above, { recursive: true })
  const inside = path.join(above, 'postgres')
  const user = serverUser(inside)
  if (canReach(user, above)) return placeIn(inside, user)
  const elsewhere = existsSync('/var/lib') ? '/var/lib' : '/var/tmp'
  return placeIn(path.join(elsewhere, `eksip-postgres-${digest(above)}`), NOBODY)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

function placeIn(folder: string, user: ServerUser): Place {
  makePrivateFolder(folder, user)
  return {
    folder,
    data: path.join(folder, 'data'),
    state: path.join(folder, 'server.json'),
    log: path.join(folder, 'server.log'),
    lock: path.join(folder, 'lock'),
    user,
  }
}

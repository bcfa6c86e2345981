import { chownSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { EmbeddedServerFailure } from './failure.ts'
import type { Place } from './place.ts'

const ServerState = z.strictObject({
  /** The port of the last start, which the next start takes again if it is free. */
  port: z.int().min(1).max(65_535).nullable(),
  /** The password of the account `eksip`, made together with the data. */
  password: z.string().min(1),
})
export type ServerState = z.infer<typeof ServerState>

/** What is remembered about a server beside its data; undefined before the first start. */
export function readState(place: Place): ServerState | undefined {
  if (!existsSync(place.state)) return undefined
  try {
    return ServerState.parse(JSON.parse(readFileSync(place.state, 'utf8')))
  } catch {
    return noPassword(place)
  }
}

export function writeState(place: Place, state: ServerState): void {
  const unfinished = `${place.state}.new`
  writeFileSync(unfinished, `${JSON.stringify(state)}\n`, { mode: 0o600 })
  if (place.user !== null) chownSync(unfinished, place.user.uid, place.user.gid)
  renameSync(unfinished, place.state)
}

/** There is data, but nobody knows the password that was made with it. */
export function noPassword(place: Place): never {
  throw new EmbeddedServerFailure(
    `${place.state} is missing or damaged; the password of the embedded Postgres was in it. ` +
      `Restore the file, or remove ${place.folder} to begin with an empty history.`,
  )
}

/** The address of a server on this machine, for `pg` and for Prisma. */
export function serverUrl(port: number, password: string): string {
  return `postgresql://eksip:${password}@127.0.0.1:${port}/postgres`
}

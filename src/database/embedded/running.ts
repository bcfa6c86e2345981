import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from './error-code.ts'
import { EmbeddedServerFailure, OTHER_DATABASES } from './failure.ts'
import { join, type Membership } from './membership.ts'
import type { Place } from './place.ts'
import { postmasterFile, readPostmaster, type Postmaster } from './postmaster.ts'
import { isAlive } from './process.ts'
import { serverUrl, type ServerState } from './state.ts'

const RETRY_MS = 100
/** A server that was killed reads its log again before it takes connections. */
const PATIENCE_MS = 60_000

export type Joined = { readonly url: string; readonly membership: Membership }

/** Joins the server that runs in this place, also one that its users left behind; else undefined. */
export async function joinRunning(place: Place, state: ServerState): Promise<Joined | undefined> {
  const giveUpAt = Date.now() + PATIENCE_MS
  for (;;) {
    const postmaster = readPostmaster(place.data)
    if (postmaster === undefined || !isAlive(postmaster.pid)) return undefined
    const url = serverUrl(postmaster.port, state.password)
    try {
      return { url, membership: await join(url) }
    } catch (error) {
      if (isOfAnotherProcess(postmaster, error)) {
        rmSync(postmasterFile(place.data))
        return undefined
      }
      if (Date.now() > giveUpAt || errorCode(error) === WRONG_PASSWORD) {
        throw doesNotLetIn(place, postmaster, error)
      }
    }
    await sleep(RETRY_MS)
  }
}

const WRONG_PASSWORD = '28P01'

/**
 * A server that says it is ready listens. When nobody does, it was killed, and the process that now
 * has its id is another one. Postgres itself would refuse to start because of the file.
 */
function isOfAnotherProcess({ status }: Postmaster, error: unknown): boolean {
  return status === 'ready' && errorCode(error) === 'ECONNREFUSED'
}

function doesNotLetIn(place: Place, { pid }: Postmaster, error: unknown): EmbeddedServerFailure {
  const reason = error instanceof Error ? error.message : String(error)
  return new EmbeddedServerFailure(
    `The embedded Postgres in ${place.folder} (process ${pid}) runs and does not let us in: ` +
      `${reason}. Stop it with \`kill -INT ${pid}\` and try again, ${OTHER_DATABASES}`,
  )
}

import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { startServer, stopServer } from './control.ts'
import { makeData } from './initdb.ts'
import { withLock } from './lock.ts'
import { join, leave, type Membership, type Remaining } from './membership.ts'
import { openPlace, type Place } from './place.ts'
import { findPrograms, type Programs } from './programs.ts'
import { joinRunning, type Joined } from './running.ts'
import { noPassword, readState, serverUrl, writeState, type ServerState } from './state.ts'

export type EmbeddedOptions = {
  /** Where the data is kept, such as `.eksip`; made when it is not there. */
  readonly folder: string
  /** For tests: fast, and nothing is kept when the last user stops. Default false. */
  readonly throwaway?: boolean
  /** The folder with Postgres's programs. Default: the npm package's, or else Debian's. */
  readonly programs?: string | undefined
}

export type EmbeddedServer = {
  readonly url: string
  /** Leaves the server; the last user who leaves stops it. Close your own connections first. */
  readonly stop: () => Promise<void>
}

/**
 * A real Postgres for a machine that has none. All users of the same folder share one server: the
 * first one starts it, the last one stops it, and one left behind by a crash is joined. Throws an
 * EmbeddedServerFailure, whose message names the remedy, where it cannot run.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = openPlace(options.folder)
  const { url, membership } = await withLock(place.lock, () => joinOrStart(place, options))
  let stopped: Promise<void> | undefined
  const leaveOrStop = () => stopIfLast(place, options, membership)
  return { url, stop: () => (stopped ??= withLock(place.lock, leaveOrStop)) }
}

async function joinOrStart(place: Place, options: EmbeddedOptions): Promise<Joined> {
  const state = readState(place)
  const running = state && (await joinRunning(place, state))
  return running ?? start(place, options, state)
}

async function start(
  place: Place,
  { throwaway = false, programs: given }: EmbeddedOptions,
  known: ServerState | undefined,
): Promise<Joined> {
  const programs = await findPrograms(place, given)
  // Without fsync, what a crash left behind may be damaged.
  if (throwaway) rmSync(place.data, { recursive: true, force: true })
  const { password } = existsSync(place.data)
    ? (known ?? noPassword(place))
    : await makeServer(place, programs, throwaway)
  const port = await startServer(place, programs, known?.port ?? null, throwaway)
  writeState(place, { port, password })
  const url = serverUrl(port, password)
  return { url, membership: await join(url) }
}

/** The password is stored first: there is never data without it. */
async function makeServer(
  place: Place,
  programs: Programs,
  throwaway: boolean,
): Promise<ServerState> {
  const state = { port: null, password: randomBytes(24).toString('base64url') }
  writeState(place, state)
  await makeData(place, programs, state.password, throwaway)
  return state
}

async function stopIfLast(
  place: Place,
  { throwaway = false, programs }: EmbeddedOptions,
  membership: Membership,
): Promise<void> {
  const remaining = await leave(membership).catch(() => leaveAgain(place))
  if (remaining === 'others') return
  if (remaining === 'nobody') await stopServer(place, await findPrograms(place, programs))
  if (throwaway) removeAll(place)
}

/** Our connection broke: the server was stopped by hand or crashed, and may have been restarted. */
async function leaveAgain(place: Place): Promise<Remaining | 'no server'> {
  const state = readState(place)
  const running = state && (await joinRunning(place, state))
  return running ? leave(running.membership) : 'no server'
}

/** All but the lock, which others may be waiting for. */
function removeAll(place: Place): void {
  for (const file of [place.data, place.state, place.log]) {
    rmSync(file, { recursive: true, force: true })
  }
}

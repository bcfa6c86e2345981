import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedServerFailure, OTHER_DATABASES } from './failure.ts'
import { freePort } from './free-port.ts'
import type { Place } from './place.ts'
import { programFile, type Programs } from './programs.ts'
import { run } from './run.ts'

/** Loopback only, no socket in a shared folder, and little memory: a developer's own server. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '32MB',
  timezone: 'UTC',
  log_checkpoints: 'off',
} as const

/** Nothing survives a crash of the machine: for tests. */
const THROWAWAY_SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  // Each test file has its own connections.
  max_connections: 300,
} as const

const START_SECONDS = 60
/** The children of a killed server need a moment to notice it; so does a port to become free. */
const START_ATTEMPTS = 20
const BETWEEN_ATTEMPTS_MS = 250
const LOG_BYTES_KEPT = 10_000_000

/**
 * Starts the server of a whole data folder and waits until it takes connections. It is a process of
 * its own, which outlives this one and hears no Ctrl-C. Returns its port, `wantedPort` if free.
 */
export async function startServer(
  place: Place,
  programs: Programs,
  wantedPort: number | null,
  throwaway: boolean,
): Promise<number> {
  checkMajor(place, programs)
  if ((statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_KEPT)
    rmSync(place.log)
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(wantedPort)
    const logStart = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0
    const options = serverOptions(port, throwaway)
    const words = ['start', '-D', place.data, '-l', place.log, '-w', '-t', String(START_SECONDS)]
    const { exitCode } = await run(pgCtl(programs), [...words, '-o', options], place.user, 'ignore')
    if (exitCode === 0) return port
    const log = logSince(place, logStart)
    const passes = /still in use|Address already in use/.test(log)
    if (!passes || attempt === START_ATTEMPTS) throw startFailed(place, log)
    await sleep(BETWEEN_ATTEMPTS_MS)
  }
}

function logSince(place: Place, start: number): string {
  return existsSync(place.log) ? readFileSync(place.log).subarray(start).toString().trim() : ''
}

/** Stops the server, open connections or not, and waits until it is gone. */
export async function stopServer(place: Place, programs: Programs): Promise<void> {
  const words = ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', String(START_SECONDS)]
  const { exitCode, output } = await run(pgCtl(programs), words, place.user)
  if (exitCode !== 0) {
    throw new EmbeddedServerFailure(
      `The embedded Postgres in ${place.folder} did not stop: ${output}`,
    )
  }
}

function pgCtl(programs: Programs): string {
  return programFile(programs, 'pg_ctl')
}

/** As pg_ctl wants it: one text that a shell takes apart again. No value here has a space. */
function serverOptions(port: number, throwaway: boolean): string {
  const settings = { port, ...SETTINGS, ...(throwaway ? THROWAWAY_SETTINGS : {}) }
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
}

/** The data of one major version cannot be read by another. */
function checkMajor(place: Place, programs: Programs): void {
  const major = readFileSync(path.join(place.data, 'PG_VERSION'), 'utf8').trim()
  if (major === String(programs.major)) return
  throw new EmbeddedServerFailure(
    `The data in ${place.data} was made by Postgres ${major}; ${programs.folder} has Postgres ` +
      `${programs.major}. Set EKSIP_POSTGRES_BIN to the folder of a Postgres ${major}, move ` +
      `${place.folder} away to begin with an empty history, ${OTHER_DATABASES}`,
  )
}

function startFailed(place: Place, log: string): EmbeddedServerFailure {
  return new EmbeddedServerFailure(
    `The embedded Postgres in ${place.folder} did not start:\n${log}\n` +
      `Remedy what it says, ${OTHER_DATABASES}`,
  )
}

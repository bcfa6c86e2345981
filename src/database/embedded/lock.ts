import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from './error-code.ts'
import { EmbeddedServerFailure } from './failure.ts'
import { isAlive } from './process.ts'

const RETRY_MS = 20
/** A first start on a slow disk takes some seconds, a recovery after a crash longer. */
const DEFAULT_PATIENCE_MS = 120_000

/** The locks of this process. Another one may have had our id, before a container was restarted. */
const held = new Set<string>()

/**
 * Runs `work` while no other process is between the same two points. The lock is a file that holds
 * the owner's process id; the file of a process that was killed is taken away.
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  patienceMs = DEFAULT_PATIENCE_MS,
): Promise<T> {
  await acquire(file, patienceMs)
  try {
    return await work()
  } finally {
    held.delete(file)
    rmSync(file, { force: true })
  }
}

async function acquire(file: string, patienceMs: number): Promise<void> {
  const giveUpAt = Date.now() + patienceMs
  while (!create(file)) {
    if (isStale(file)) removeStale(file)
    else if (Date.now() > giveUpAt) throw heldTooLong(file)
    else await sleep(RETRY_MS)
  }
  held.add(file)
}

/** False when the file is there already. */
function create(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

function isStale(file: string): boolean {
  const owner = read(file)
  // Empty: made this moment, its owner has not written yet. Unless it was killed right then.
  if (owner === '') return isOlderThan(file, 5_000)
  if (owner === String(process.pid)) return !held.has(file)
  return owner !== undefined && !isAlive(Number(owner))
}

/**
 * Two processes may find the same lock stale, and the slower one must not remove the lock that the
 * faster one then made. So a second lock guards the removal; nothing waits while it is held.
 */
function removeStale(file: string): void {
  const guard = `${file}.stale`
  if (isOlderThan(guard, 5_000)) rmSync(guard, { force: true })
  if (!create(guard)) return
  try {
    if (isStale(file)) rmSync(file, { force: true })
  } finally {
    rmSync(guard, { force: true })
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function isOlderThan(file: string, ageMs: number): boolean {
  const found = statSync(file, { throwIfNoEntry: false })
  return found !== undefined && Date.now() - found.mtimeMs > ageMs
}

function heldTooLong(file: string): EmbeddedServerFailure {
  return new EmbeddedServerFailure(
    `Process ${read(file)} has been starting or stopping the embedded Postgres for too long. ` +
      `If no such process of eksip runs, remove ${file}.`,
  )
}

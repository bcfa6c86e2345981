import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { onTestFinished, type afterAll } from 'vitest'
import { openPlace } from '../../../src/database/embedded/place.ts'
import { readPostmaster } from '../../../src/database/embedded/postmaster.ts'
import { isAlive } from '../../../src/database/embedded/process.ts'
import { until } from './until.ts'

/**
 * A folder of the test's own; after the test it is gone, and any server in it. With `afterAll` it is
 * there for all tests of the file, so that only the first one waits for the data to be made.
 */
export function newFolder(
  whenDone: typeof onTestFinished | typeof afterAll = onTestFinished,
): string {
  const folder = path.join(tmpdir(), `eksip-test-${randomUUID().slice(0, 8)}`)
  // Not mkdtemp: its folders are closed to the account that the server runs as under root.
  mkdirSync(folder, { mode: 0o755 })
  whenDone(() => clear(folder))
  return folder
}

async function clear(folder: string): Promise<void> {
  const place = openPlace(folder)
  const pid = readPostmaster(place.data)?.pid
  if (pid !== undefined && isAlive(pid)) await kill(pid)
  rmSync(place.folder, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGQUIT')
  await until(() => !isAlive(pid))
}

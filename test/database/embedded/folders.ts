import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterEach } from 'vitest'
import { openPlace } from '../../../src/database/embedded/place.ts'
import { readPostmaster } from '../../../src/database/embedded/postmaster.ts'
import { isAlive } from '../../../src/database/embedded/process.ts'
import { until } from './until.ts'

const made: string[] = []

/** A folder of this test's own. After the test the folder is gone, and any server in it. */
export function newFolder(): string {
  const folder = path.join(tmpdir(), `eksip-test-${randomUUID().slice(0, 8)}`)
  // Not mkdtemp: its folders are closed to the account that the server runs as under root.
  mkdirSync(folder, { mode: 0o755 })
  made.push(folder)
  return folder
}

afterEach(async () => {
  for (const folder of made.splice(0)) {
    const place = openPlace(folder)
    const pid = readPostmaster(place.data)?.pid
    if (pid !== undefined && isAlive(pid)) await kill(pid)
    rmSync(place.folder, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
})

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGQUIT')
  await until(() => !isAlive(pid))
}

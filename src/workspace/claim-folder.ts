import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'

import { z } from 'zod'

import { withLock } from '../database/embedded/lock.ts'
import { isAlive } from '../database/embedded/process.ts'

/** A folder that only this process's workspace writes into. */
export interface Claim {
  /** Tells others where the workspace of this folder is open. */
  open(url: string): Promise<void>
  release(): Promise<void>
}

/** `url` is missing until the workspace is open. */
const Owner = z.object({ pid: z.int().positive(), url: z.url().optional() })
type Owner = z.infer<typeof Owner>

/**
 * Claims a folder, as two workspaces would write over each other's messages in it. What a process
 * that was killed has left behind does not count, even where its id is another process's by now.
 * @throws where another workspace runs in that folder; the message is for people.
 */
export async function claimFolder(folder: string): Promise<Claim> {
  await mkdir(folder, { recursive: true })
  const file = path.resolve(folder, 'workspace.pid')
  const note = (owner: Owner) => writeFile(file, JSON.stringify(owner), { mode: 0o600 })
  await withLock(`${file}.lock`, async () => {
    const owner = await ownerIn(file)
    if (owner && (await isRunning(owner))) throw new Error(claimedBy(owner, folder))
    await note({ pid: process.pid })
  })
  return {
    open: (url) => note({ pid: process.pid, url }),
    release: () => rm(file, { force: true }),
  }
}

async function ownerIn(file: string): Promise<Owner | null> {
  try {
    return Owner.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}

/** Our own id without an address is that of a process before, in a container that was restarted. */
async function isRunning({ pid, url }: Owner): Promise<boolean> {
  if (!isAlive(pid)) return false
  return url === undefined ? pid !== process.pid : isListening(new URL(url))
}

/** Whether anybody takes connections there; the system answers for a process that is busy. */
async function isListening({ hostname, port }: URL): Promise<boolean> {
  const socket = connect({ host: hostname, port: Number(port) })
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

function claimedBy({ pid, url }: Owner, folder: string): string {
  const where = url === undefined ? `, started by process ${pid}` : ` at ${url}`
  return (
    `A local workspace is open in the folder ${path.resolve(folder)} already${where}; ` +
    'open that one, stop it, or name another folder in EKSIP_FOLDER.'
  )
}

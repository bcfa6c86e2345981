import { spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type User = {
  readonly url: string
  /** Leaves the server; rejects when the process does not end well. */
  readonly leave: () => Promise<void>
  /** As `kill -9` does. */
  readonly kill: () => Promise<void>
}

/** Starts a process that uses the embedded server of a folder. */
export async function startUser(folder: string, options: SpawnOptions = {}): Promise<User> {
  const file = fileURLToPath(new URL('user-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', file, folder], {
    ...options,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const ended = once(child, 'close')
  const lines = createInterface({ input: child.stdout })
  const url = await Promise.race([once(lines, 'line'), ended.then(() => [])])
  if (typeof url[0] !== 'string') throw new Error(`The user could not start: ${complaint}`)
  return {
    url: url[0],
    async leave() {
      child.stdin.end()
      const [exitCode]: unknown[] = await ended
      if (exitCode !== 0) throw new Error(`The user ended with ${String(exitCode)}: ${complaint}`)
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

import { spawn } from 'node:child_process'
import type { ServerUser } from './user.ts'

export type Outcome = { readonly exitCode: number | null; readonly output: string }

/**
 * Runs a program of Postgres to its end, as `user`. It gets none of this program's environment: the
 * server lives on after us and has no use for the credentials in it. The output of a program that
 * starts a server is to be ignored: on Windows the server would hold on to it, and we would wait.
 */
export async function run(
  program: string,
  words: readonly string[],
  user: ServerUser,
  output: 'pipe' | 'ignore' = 'pipe',
): Promise<Outcome> {
  const child = spawn(program, words, {
    ...user,
    cwd: process.platform === 'win32' ? undefined : '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', output, output],
    windowsHide: true,
  })
  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode) =>
      resolve({ exitCode, output: Buffer.concat(chunks).toString().trim() }),
    )
  })
}

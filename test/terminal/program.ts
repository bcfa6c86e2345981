import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What a finished program left behind. */
export interface Finished {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A program of `src/`, as npm runs it, in an environment with no settings but those given. */
export function start(
  file: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): ChildProcess {
  const { PATH = '', HOME = '' } = process.env
  return spawn(process.execPath, ['--import', 'tsx', `src/${file}`, ...args], {
    cwd: ROOT,
    env: { PATH, HOME, LOG_LEVEL: 'warn', ...settings },
  })
}

/** Runs a program to its end, with a text on its stdin. */
export async function run(
  file: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Finished> {
  const program = start(file, args, settings)
  let stdout = ''
  let stderr = ''
  program.stdout?.on('data', (chunk) => (stdout += String(chunk)))
  program.stderr?.on('data', (chunk) => (stderr += String(chunk)))
  program.stdin?.end(input)
  await once(program, 'close')
  return { exitCode: program.exitCode, stdout, stderr }
}

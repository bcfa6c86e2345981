import { chownSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { EmbeddedServerFailure, OTHER_DATABASES } from './failure.ts'
import type { Place } from './place.ts'
import { programFile, type Programs } from './programs.ts'
import { run } from './run.ts'

/**
 * Makes the data folder of a new server, with one account, `eksip`. It is made under another name
 * first, so that the data folder is always a whole one, whenever this is interrupted.
 */
export async function makeData(
  place: Place,
  programs: Programs,
  password: string,
  throwaway: boolean,
): Promise<void> {
  const unfinished = `${place.data}.new`
  const passwordFile = path.join(place.folder, 'password')
  rmSync(unfinished, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.user !== null) chownSync(passwordFile, place.user.uid, place.user.gid)

  const words = [
    '-D',
    unfinished,
    '-U',
    'eksip',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
  ]
  if (throwaway) words.push('--no-sync')
  words.push('--no-instructions', ...localeWords(programs.major))
  const { exitCode, output } = await run(programFile(programs, 'initdb'), words, place.user)
  rmSync(passwordFile, { force: true })
  if (exitCode !== 0) throw initdbFailed(place, output)
  renameSync(unfinished, place.data)
}

/**
 * What initdb is told, so that text sorts by code point and `lower()` knows all letters: the same on
 * every machine, whatever locales it has. Postgres brings this locale along since version 17.
 */
export function localeWords(major: number): string[] {
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  return ['--encoding=UTF8', '--locale=C', ...(major >= 17 ? builtin : [])]
}

function initdbFailed(place: Place, output: string): EmbeddedServerFailure {
  return new EmbeddedServerFailure(
    `The embedded Postgres could not make its data folder ${place.data}:\n${output}\n` +
      `Remedy what it says, ${OTHER_DATABASES}`,
  )
}

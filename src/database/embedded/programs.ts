import path from 'node:path'
import { EmbeddedServerFailure, OTHER_DATABASES } from './failure.ts'
import { npmPrograms } from './npm-package.ts'
import type { Place } from './place.ts'
import { run } from './run.ts'
import type { ServerUser } from './user.ts'

/** The programs of one Postgres: `initdb`, `pg_ctl` and `postgres`, in one folder. */
export type Programs = {
  readonly folder: string
  /** Major version, such as 18. */
  readonly major: number
}

/** Where Debian and its descendants put each version. */
const DEBIAN_FOLDERS = [18, 17, 16, 15, 14].map((major) => `/usr/lib/postgresql/${major}/bin`)

/**
 * Finds a Postgres that runs on this machine: the one in `given` and no other, or else the one of
 * the npm package, or else one that Debian installed. Throws an EmbeddedServerFailure without one.
 */
export async function findPrograms(place: Place, given: string | undefined): Promise<Programs> {
  const folders = given === undefined ? [npmPrograms(place), ...DEBIAN_FOLDERS] : [given]
  for (const folder of folders) {
    const major = folder === undefined ? undefined : await majorVersion(folder, place.user)
    if (folder !== undefined && major !== undefined) return { folder, major }
  }
  throw given === undefined ? noneFound() : doesNotRun(given)
}

export function programFile(programs: Pick<Programs, 'folder'>, name: string): string {
  return path.join(programs.folder, process.platform === 'win32' ? `${name}.exe` : name)
}

/** Undefined where there is no such program, or none that this machine can run. */
async function majorVersion(folder: string, user: ServerUser): Promise<number | undefined> {
  const outcome = await run(programFile({ folder }, 'postgres'), ['--version'], user).catch(
    () => null,
  )
  const version = /^postgres \(PostgreSQL\) (\d+)/.exec(outcome?.output ?? '')
  return outcome?.exitCode === 0 && version !== null ? Number(version[1]) : undefined
}

function noneFound(): EmbeddedServerFailure {
  return new EmbeddedServerFailure(
    `No Postgres that runs on ${process.platform}-${process.arch} was found. ` +
      'Install the optional package with `npm install --include=optional`, ' +
      'set EKSIP_POSTGRES_BIN to the folder of a Postgres that has initdb and pg_ctl, ' +
      OTHER_DATABASES,
  )
}

function doesNotRun(folder: string): EmbeddedServerFailure {
  return new EmbeddedServerFailure(
    `EKSIP_POSTGRES_BIN is ${folder}, and there is no program postgres in it that runs here. ` +
      `Set it to a folder such as /usr/lib/postgresql/18/bin, ${OTHER_DATABASES}`,
  )
}

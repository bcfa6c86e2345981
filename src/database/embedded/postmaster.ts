import { readFileSync } from 'node:fs'
import path from 'node:path'
import { errorCode } from './error-code.ts'

/** What Postgres writes into its data folder while it runs. */
export type Postmaster = {
  readonly pid: number
  readonly port: number
  /** `ready`, `starting` or `stopping`. */
  readonly status: string
}

/** The file is also there after a crash; then `pid` is of no process, or of one that came later. */
export function postmasterFile(data: string): string {
  return path.join(data, 'postmaster.pid')
}

/** Undefined when the server was stopped, or has only begun to write. */
export function readPostmaster(data: string): Postmaster | undefined {
  const lines = readLines(postmasterFile(data))
  // https://www.postgresql.org/docs/18/storage-file-layout.html, in the order of src/include/utils/pidfile.h
  const [pid, port, status] = [lines[0], lines[3], lines[7]]
  if (pid === undefined || port === undefined || status === undefined) return undefined
  return { pid: Math.abs(Number(pid)), port: Number(port), status: status.trim() }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

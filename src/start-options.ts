import { parseArgs } from 'node:util'
import { failure, success, type Result } from './result.ts'

/** What is said behind `npm start --`. */
export interface StartOptions {
  /** `--port 4000`; `null`: the port of the settings. */
  readonly port: number | null
  /** `--fresh`: the local workspace begins anew, without its runs and messages. */
  readonly isFresh: boolean
}

/** Reads the words behind the program's name. A wrong one is told in a sentence. */
export function readStartOptions(args: readonly string[]): Result<StartOptions, string> {
  try {
    const options = { port: { type: 'string' }, fresh: { type: 'boolean' } } as const
    const { values } = parseArgs({ args: [...args], options })
    const { port = null, fresh = false } = values
    const isPort = port === null || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535)
    if (!isPort) return failure([`--port takes a number up to 65535, not "${port}".`])
    return success({ port: port === null ? null : Number(port), isFresh: fresh })
  } catch (error) {
    return failure([error instanceof Error ? error.message : String(error)])
  }
}

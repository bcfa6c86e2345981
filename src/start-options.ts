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
    const port = values.port === undefined ? null : Number(values.port)
    if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
      return failure([`--port takes a number up to 65535, not "${values.port}".`])
    }
    return success({ port, isFresh: values.fresh === true })
  } catch (error) {
    return failure([error instanceof Error ? error.message : String(error)])
  }
}

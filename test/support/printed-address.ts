import type { ChildProcess } from 'node:child_process'

/** The local address that a program prints once it serves; fails where the program ends before. */
export function printedAddress(program: ChildProcess): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: unknown) => {
      printed += String(chunk)
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0]
      if (address) resolve(address)
    }
    program.stdout?.on('data', read)
    program.stderr?.on('data', read)
    program.once('error', reject)
    program.once('exit', () => reject(new Error(`it ended: ${printed}`)))
  })
}

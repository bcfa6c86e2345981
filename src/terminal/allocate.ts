/**
 * Allocation for scripts: a JSON request on each line of stdin, a JSON answer on each line of
 * stdout, in the same order. Nothing is stored; a line that is wrong is answered with its problems.
 *
 *   echo '{"id": 1, "instanceType": "t3.2xlarge", "pods": 15}' | npm run -s allocate
 */
import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { allocationLine } from './allocation-line.ts'

// Whoever reads may have enough, as `head -1` has.
stdout.on('error', (error) => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1))

let isFirst = true
for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
  // Spreadsheets begin a file with a byte order mark.
  const text = isFirst ? line.replace(/^\ufeff/, '') : line
  isFirst = false
  if (text.trim() === '') continue
  if (!stdout.write(`${allocationLine(text)}\n`)) await once(stdout, 'drain')
}

import { once } from 'node:events'
import { stdin, stdout } from 'node:process'
import { boundedLines } from './bounded-lines.ts'

/**
 * Answers each line of stdin with a line on stdout, in the same order; empty lines, and those without
 * an answer, are passed over. Of a line longer than `longest` characters only that many are read.
 */
export async function answerLines(
  longest: number,
  answer: (line: string) => string | null,
): Promise<void> {
  // Whoever reads may have enough, as `head -1` has.
  stdout.on('error', (error) => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1))
  let isFirst = true
  for await (const typed of boundedLines(stdin.setEncoding('utf8'), longest)) {
    // Spreadsheets begin a file with a byte order mark.
    const line = isFirst ? typed.replace(/^\ufeff/, '') : typed
    isFirst = false
    if (line.trim() === '') continue
    const answered = answer(line)
    if (answered !== null && !stdout.write(`${answered}\n`)) await once(stdout, 'drain')
  }
}

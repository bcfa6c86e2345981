/**
 * The lines of a stream of text, one by one as they come. Of a line longer than `most` characters
 * only that many are kept, so that no input can fill the memory.
 */
export async function* boundedLines(
  chunks: AsyncIterable<string>,
  most: number,
): AsyncGenerator<string> {
  let line = ''
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n')
    line = joined(line, first, most)
    for (const next of others) {
      yield withoutReturn(line)
      line = joined('', next, most)
    }
  }
  if (line !== '') yield withoutReturn(line)
}

function joined(before: string, after: string, most: number): string {
  return before + after.slice(0, most - before.length)
}

/** Files of Windows end their lines with two characters. */
function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

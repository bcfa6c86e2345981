import { tokenize, type Token } from './tokenize.ts'

/** With a gap behind it; `#42` is a run, and `# 42` is one too. */
const COMMENT = /#+(?=\s|$)(?![^\S\n]*\d)/y

/**
 * The tokens of a text without the comments that come along with pasted YAML and scripts: each from a
 * `#` with a gap on both sides to the end of its line. A text of one line has none, for there a comment
 * would hide all that follows it.
 */
export function* tokensBesideComments(text: string): Generator<Token, void> {
  if (!text.includes('\n')) return yield* tokenize(text)
  let start = 0
  while (start < text.length) {
    const from = start
    start = text.length
    for (const token of tokenize(text.slice(from))) {
      const at = from + token.at
      if (isComment(text, at)) {
        start = endOfLine(text, at)
        break
      }
      yield { ...token, at }
    }
  }
}

/** A line of a file up to the comment that it ends with; all of it where it has none. */
export function beforeComment(line: string): string {
  for (const { at } of tokenize(line)) if (isComment(line, at)) return line.slice(0, at)
  return line
}

function isComment(text: string, at: number): boolean {
  COMMENT.lastIndex = at
  return COMMENT.test(text) && /^\s?$/.test(text.slice(Math.max(0, at - 1), at))
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

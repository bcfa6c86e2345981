/** What one sent before, and the unsent line that one comes back to. */
export type History = {
  add(line: string): void
  /** One line back (-1) or forth (1), or undefined where there is none. */
  go(step: -1 | 1, current: string): string | undefined
}

/** An empty history. The same line sent twice in a row is kept once. */
export function createHistory(): History {
  const lines: string[] = []
  let at = 0
  let unsent = ''
  return {
    add(line) {
      if (lines.at(-1) !== line) lines.push(line)
      at = lines.length
    },
    go(step, current) {
      if (at === lines.length) unsent = current
      const next = at + step
      if (next < 0 || next > lines.length) return undefined
      at = next
      return lines[at] ?? unsent
    },
  }
}

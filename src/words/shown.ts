/** So much of the typed text is repeated in a sentence about it. */
const LONGEST_SHOWN = 40

/** Typed text as code: on one line, not too long, and with no mark that would end the code. */
export function shown(text: string): string {
  const line = text.replaceAll('`', '').replace(/[\p{C}\p{Z}]/gu, ' ')
  return `\`${line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line}\``
}

/** The run of an example, where no real one is at hand. */
export const ANY_RUN = 42

/** Two runs to give as an example: that one, and the one before it. */
export function examplePair(run: number): string {
  const later = Math.max(run, 2)
  return `#${later - 1} #${later}`
}

/** A character by its code, since nobody can see it. */
export function characterCode(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** `a`, `a or b`, `a, b or c`, with the language's own word for "or". */
export function alternatives(names: readonly string[], or: string): string {
  const [last = '', ...before] = names.toReversed()
  return before.length === 0 ? last : `${before.toReversed().join(', ')} ${or} ${last}`
}

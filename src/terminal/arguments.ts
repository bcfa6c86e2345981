/** What stands after the command's name. */
export interface Arguments {
  readonly line: string
  /** `--json`: data instead of text. */
  readonly isJson: boolean
  /** False with `--no-store`: nothing is kept, compared, or even started. */
  readonly isKept: boolean
}

const OWN_OPTIONS: ReadonlySet<string> = new Set(['--json', '--no-store'])

/**
 * Takes the terminal's own options out; all other words are the scenario's. The shell has taken the
 * quotes off a name of several words; they are put back, unless the whole line is one argument.
 */
export function readArguments(args: readonly string[]): Arguments {
  const words = args.filter((arg) => !OWN_OPTIONS.has(arg))
  return {
    line: words.length === 1 ? (words[0] ?? '') : words.map(requoted).join(' '),
    isJson: args.includes('--json'),
    isKept: !args.includes('--no-store'),
  }
}

function requoted(word: string): string {
  return /\s/.test(word) && !word.includes('"') ? `"${word}"` : word
}

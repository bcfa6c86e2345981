import { formatCommand } from '../../src/command/format-command.ts'
import { parse, type ParseOptions } from '../../src/command/parse.ts'

/** The canonical line of what a line asks for, or the code and text of each problem. */
export function reading(line: string, options: Partial<ParseOptions> = {}): string {
  const result = parse(line, options)
  if (result.ok) return formatCommand(result.value)
  return result.problems.map(({ code, text }) => `${code}(${text})`).join(' ')
}

import type { Command } from '../command/command.ts'
import { formatCommand } from '../command/format-command.ts'
import { beforeComment } from '../command/comments.ts'
import type { Hint } from '../command/hint.ts'
import { correctedLine, parse, type ParseOptions } from '../command/parse.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Words } from '../words/words.ts'

/** What a line of a file asks for, or everything that is wrong with it, as one line of JSON. */
export function parsedLine(
  line: string,
  words: Words,
  options: Partial<ParseOptions> = {},
): { readonly isOk: boolean; readonly json: string } {
  const asked = beforeComment(line)
  const parsed = parse(asked, options)
  const answer = parsed.ok
    ? { line, ok: true, ...told(parsed.value, words) }
    : {
        line,
        ok: false,
        problems: parsed.problems.map((problem) => ({
          ...problem,
          message: words.problems.problemText(problem),
        })),
        corrected: correctedLine(asked, parsed.problems, options),
      }
  return { isOk: parsed.ok, json: JSON.stringify(answer) }
}

function told(command: Command, words: Words) {
  return {
    command: command.kind,
    scenario: scenarioOf(command),
    canonical: formatCommand(command),
    hints: hintsOf(command).map((hint) => ({ ...hint, message: words.hints.hintText(hint) })),
  }
}

/** A change has none until it is put on the run that it changes. */
function scenarioOf(command: Command): Scenario | null {
  const question = 'question' in command ? command.question : null
  return question?.kind === 'scenario' ? question.scenario : null
}

function hintsOf(command: Command): readonly Hint[] {
  return command.kind === 'ask' ? command.hints : []
}

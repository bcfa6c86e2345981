/**
 * The command language for scripts: lines on stdin, a JSON object for each on stdout, in the same
 * order. Nothing is computed and nothing stored. Empty lines and comments are passed over; a text of
 * several lines is one line with spaces in place of the line ends.
 *
 *   npm run -s parse < runbook.txt
 */
import { stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { beforeComment } from '../command/comments.ts'
import { LONGEST_LINE, type ParseOptions } from '../command/parse.ts'
import { CniVersion, NEWEST_CNI } from '../scenario/scenario.ts'
import { languageOf, WORDS, type Words } from '../words/words.ts'
import { answerLines } from './answer-lines.ts'
import { parsedLine } from './parsed-line.ts'

const USAGE = `Reads lines of the command language on stdin; writes a JSON object for each on stdout:
  {"line", "ok": true, "command", "scenario", "canonical", "hints"}
  {"line", "ok": false, "problems": [{"code", "at", "length", "text", "suggestion", "message"}], "corrected"}
Places count UTF-16 units. Empty lines and comments ("# …") are passed over; a line is cut after ${LONGEST_LINE + 1} characters.

  --follows      as in a thread about a scenario, where "40 pods" is a change
  --cni 1.18     the VPC CNI version of a line that names none
  --language fr  the language of the messages

Exit code 0: every line was read; 2: some line had problems; 1: anything else.
`

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      follows: { type: 'boolean', default: false },
      cni: { type: 'string', default: NEWEST_CNI },
      language: { type: 'string', default: 'en' },
      help: { type: 'boolean', default: false },
    },
  })
  const { follows, cni, language } = values
  if (values.help) stdout.write(USAGE)
  else if (!CniVersion.safeParse(cni).success)
    throw new Error(`--cni ${cni} is no version like 1.18`)
  else await parseAll(WORDS[languageOf(language)], { follows, cni })
}

async function parseAll(words: Words, options: ParseOptions): Promise<void> {
  await answerLines(LONGEST_LINE + 1, (line) => {
    if (beforeComment(line).trim() === '') return null
    const { isOk, json } = parsedLine(line, words, options)
    if (!isOk) process.exitCode = 2
    return json
  })
}

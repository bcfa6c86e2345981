import { correctedLine, type ParseOptions } from '../command/parse.ts'
import type { Problem } from '../command/problem.ts'
import type { Words } from '../words/words.ts'
import { marked } from './marked.ts'
import type { Part, Reply } from './reply.ts'
import { shortened } from './shortened.ts'

/** More mistakes than this in one line are counted, not listed. */
const MOST_LISTED = 8
const LONGEST_TEXT = 60
/** A longer line is not repeated under its mistakes. */
const LONGEST_SHOWN = 300

/**
 * What is wrong with a line: the line with its mistakes underlined, each mistake, and a way on.
 * `options` are those that it was read with.
 */
export function problemReply(
  text: string,
  problems: readonly Problem[],
  words: Words,
  options: Partial<ParseOptions> = {},
): Reply {
  const { problems: texts } = words
  const listed = problems.slice(0, MOST_LISTED).map(brief)
  const rest = problems.length - listed.length
  return {
    summary: listed.map(texts.problemText).join(' '),
    audience: 'asker',
    parts: [
      { kind: 'text', line: [texts.intro(problems.length)] },
      ...underlined(text, problems),
      { kind: 'list', lines: listed.map((problem) => marked(texts.problemText(problem))) },
      ...(rest > 0 ? [{ kind: 'note', line: [texts.more(rest)] } as const] : []),
      ...wayOn(correctedLine(text, problems, options), words),
    ],
  }
}

/** What was typed may be as long as the line; its beginning is enough to know it again. */
function brief(problem: Problem): Problem {
  return { ...problem, text: shortened(problem.text, LONGEST_TEXT) }
}

/** The line as typed, with a mark under each mistake. */
function underlined(text: string, problems: readonly Problem[]): readonly Part[] {
  if (text.length > LONGEST_SHOWN) return []
  const shown = text.replace(/[\p{C}\p{Z}]/gu, ' ')
  const marks = Array.from({ length: shown.length + 1 }, () => ' ')
  for (const { at, length } of problems) marks.fill('^', at, at + Math.max(1, length))
  return [{ kind: 'code', text: `${shown}\n${marks.join('').trimEnd()}` }]
}

function wayOn(corrected: string | null, words: Words): readonly Part[] {
  if (corrected === null) return [{ kind: 'note', line: marked(words.problems.seeHelp) }]
  return [
    { kind: 'code', text: corrected },
    { kind: 'actions', actions: [{ label: words.problems.askCorrected, line: corrected }] },
  ]
}

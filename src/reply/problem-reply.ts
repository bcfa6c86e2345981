import { correctedLine, parse, type ParseOptions } from '../command/parse.ts'
import type { Problem } from '../command/problem.ts'
import type { Words } from '../words/words.ts'
import { marked } from './marked.ts'
import type { Ask, Part, Reply } from './reply.ts'
import { shortened } from './shortened.ts'

/** More mistakes than this in one line are counted, not listed. */
const MOST_LISTED = 8
const LONGEST_TEXT = 60
/** A longer line is not repeated under its mistakes. */
const LONGEST_SHOWN = 300

/**
 * What is wrong with a line: the line with its mistakes underlined, each mistake, and a way on.
 * `options` are those that it was read with, `newest` is a run to give examples with.
 */
export function problemReply(
  text: string,
  problems: readonly Problem[],
  words: Words,
  { newest, ...options }: Partial<ParseOptions> & { readonly newest?: number } = {},
): Reply {
  const { problems: texts } = words
  const listed = problems.slice(0, MOST_LISTED).map(brief)
  const rest = problems.length - listed.length
  const sentences = listed.map((problem) => texts.problemText(problem, newest))
  return {
    summary: sentences.join(' '),
    audience: 'asker',
    parts: [
      { kind: 'text', line: [texts.intro(problems.length)] },
      ...underlined(text, problems),
      { kind: 'list', lines: sentences.map(marked) },
      ...(rest > 0 ? [{ kind: 'note', line: [texts.more(rest)] } as const] : []),
      ...wayOn(correctedLine(text, problems, options), words, options),
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
  const shown = text.replace(/[\p{C}\p{Z}]/gu, ' ').trimEnd()
  return [{ kind: 'code', text: `${shown}\n${markedBelow(text, problems)}` }]
}

/** Marks below the characters of each mistake; what is missing at the end is so after a space. */
function markedBelow(text: string, problems: readonly Problem[]): string {
  const line = `${text.trimEnd()}  `
  const places = problems.map(({ at, length }) => {
    const from = length === 0 && at > line.length - 3 ? line.length - 1 : at
    return { from, to: from + Math.max(1, length) }
  })
  let at = 0
  const marks = Array.from(line, (character) => {
    const isMarked = places.some(({ from, to }) => from < at + character.length && to > at)
    at += character.length
    return (isMarked ? '^' : ' ').repeat(columnsOf(character))
  })
  return marks.join('').trimEnd()
}

/** Columns of fixed-width type: an accent on its own takes none, a picture two. */
function columnsOf(character: string): number {
  if (/\p{Mn}/u.test(character)) return 0
  return /\p{Emoji_Presentation}/u.test(character) ? 2 : 1
}

function wayOn(
  corrected: string | null,
  words: Words,
  options: Partial<ParseOptions>,
): readonly Part[] {
  if (corrected === null) return [{ kind: 'note', line: marked(words.problems.seeHelp) }]
  return [
    { kind: 'code', text: corrected },
    { kind: 'actions', actions: [askFor(corrected, words, options)] },
  ]
}

/** A click is soon done, and a run that is deleted does not come back. */
function askFor(line: string, { problems }: Words, options: Partial<ParseOptions>): Ask {
  const read = parse(line, options)
  const isDelete = read.ok && read.value.kind === 'delete'
  const ask = { label: problems.askCorrected, line }
  return isDelete ? { ...ask, confirm: problems.confirmDelete(line) } : ask
}

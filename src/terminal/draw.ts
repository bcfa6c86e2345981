import { chartText } from '../reply/chart-text.ts'
import { plain } from '../reply/plain.ts'
import type { Action, Line, Part, Reply } from '../reply/reply.ts'
import { paint, paintMarks } from './paint.ts'
import { textTable } from './text-table.ts'

/** Draws a reply as text for a terminal, with bold type and colours only where `isStyled`. */
export function draw({ parts }: Reply, isStyled: boolean): string {
  return parts.map((part) => drawPart(part, isStyled)).join('\n')
}

function drawPart(part: Part, isStyled: boolean): string {
  switch (part.kind) {
    case 'heading':
    case 'text':
      return styled(lineForShell(part.line), isStyled)
    case 'note':
      return note(lineForShell(part.line), isStyled)
    case 'list':
      return list(part.lines.map(lineForShell), isStyled)
    case 'code':
      return indented(printable(part.text))
    case 'table':
      return indented(table(part, isStyled))
    case 'chart':
      return indented(printable(chartText(part)))
    case 'actions':
      return part.actions.flatMap((action) => actionLines(action, isStyled)).join('\n')
  }
}

function note(line: Line, isStyled: boolean): string {
  const text = printable(plain(line))
  return isStyled ? paint(text, 'dim') : text
}

/** What can be typed; forms and menus are for doors that have them. */
function actionLines(action: Action, isStyled: boolean): readonly string[] {
  if (!('line' in action)) return []
  const line = printable(forShell(action.line))
  return [`  → ${printable(action.label)} (${isStyled ? paint(line, 'cyan') : line})`]
}

/** A shell takes `#42` for a comment; `42` means the same after a command. */
function forShell(line: string): string {
  return line.replaceAll(/(?<= )#(?=\d+\b)/g, '')
}

function lineForShell(line: Line): Line {
  return line.map((span) =>
    typeof span === 'object' && 'code' in span ? { code: forShell(span.code) } : span,
  )
}

/** The header in bold, and the rows below it. */
function table(part: Extract<Part, { kind: 'table' }>, isStyled: boolean): string {
  const [header = '', ...rows] = printable(textTable(part.columns, part.rows)).split('\n')
  return [isStyled ? paint(header, 'bold') : header, ...rows].join('\n')
}

/** A list; where every line begins with something to type, the explanations stand in a column. */
function list(lines: readonly Line[], isStyled: boolean): string {
  const terms = lines.map(termOf)
  const width = terms.includes(null) ? 0 : Math.max(...terms.map((term) => term?.length ?? 0))
  return lines
    .map((line, index) => {
      const gap = ' '.repeat(Math.max(0, width - (terms[index]?.length ?? 0)))
      const [first, ...rest] = line
      const parts =
        width === 0 || first === undefined || rest.length === 0 ? line : [first, gap, ...rest]
      return `  • ${styled(parts, isStyled)}`
    })
    .join('\n')
}

function termOf([first]: Line): string | null {
  return typeof first === 'object' && 'code' in first ? first.code : null
}

function styled(line: Line, isStyled: boolean): string {
  if (!isStyled) return printable(plain(line))
  return line
    .map((span) => {
      const text = printable(plain([span]))
      if (typeof span === 'string') return paintMarks(text)
      if ('bold' in span) return paint(text, 'bold')
      return 'code' in span ? paint(text, 'cyan') : text
    })
    .join('')
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}

/** What a user typed must not steer the terminal: control characters are shown as `·`. */
function printable(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, '·')
}

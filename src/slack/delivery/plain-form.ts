import { clip } from '../../blocks/clip.ts'
import { escapeControl } from '../../blocks/escape.ts'
import { SLACK_LIMITS } from '../../blocks/limits.ts'
import { chartText } from '../../reply/chart-text.ts'
import { plain } from '../../reply/plain.ts'
import type { Part, Reply } from '../../reply/reply.ts'

/**
 * A reply as text alone, for workspaces that do not know a block of it yet: tables in fixed width,
 * and no buttons. What people wrote is escaped as in every text.
 */
export function plainForm({ summary, parts }: Reply): string {
  const texts = parts.map(textOf).filter((text) => text !== '')
  const text = texts.length > 0 ? texts.join('\n') : escapeControl(summary)
  return clip(text, SLACK_LIMITS.messageText)
}

function textOf(part: Part): string {
  switch (part.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return escapeControl(plain(part.line))
    case 'list':
      return part.lines.map((line) => `• ${escapeControl(plain(line))}`).join('\n')
    case 'code':
      return fenced(part.text)
    case 'table':
      return fenced(grid(part))
    case 'chart':
      return fenced(chartText(part))
    case 'actions':
      return ''
  }
}

function fenced(text: string): string {
  return `\`\`\`\n${escapeControl(text).replaceAll('```', "'''")}\n\`\`\``
}

function grid({ columns, rows }: Extract<Part, { kind: 'table' }>): string {
  const lines = [columns.map(({ title }) => title), ...rows]
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => width(cells[index]))))
  return lines
    .map((cells) => cells.map((cell, index) => padded(cell, widths[index] ?? 0, index)).join('  '))
    .join('\n')

  function padded(cell: string, to: number, index: number): string {
    const space = ' '.repeat(Math.max(0, to - width(cell)))
    return columns[index]?.align === 'right' ? space + cell : cell + space
  }
}

function width(cell = ''): number {
  return Array.from(cell).length
}

import type { Line, Span } from './reply.ts'

/** A line without any marks. */
export function plain(line: Line): string {
  return line.map(spanText).join('')
}

function spanText(span: Span): string {
  if (typeof span === 'string') return span
  if ('bold' in span) return span.bold
  if ('code' in span) return span.code
  if ('link' in span) return span.link
  return `@${span.name ?? span.user}`
}

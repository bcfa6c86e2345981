import type { RichTextElement, RichTextText } from '@slack/types'

/** The pieces of one line of an editor. */
export type Line = RichTextElement[]

export type Style = NonNullable<RichTextText['style']>

/** What each of HTML's tags means; those of one letter are written, all are read. */
export const styleTags: Readonly<Record<string, keyof Style>> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  S: 'strike',
  STRIKE: 'strike',
  DEL: 'strike',
  U: 'underline',
  CODE: 'code',
}

/** Lines without the blank ones before the first and after the last word. */
export function withoutBlankEnds(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(isWritten)
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isWritten) + 1)
}

/** Lines as the pieces of one section: breaks between them, texts of the same style as one. */
export function lineOf(lines: readonly Line[]): RichTextElement[] {
  const pieces = lines.flatMap((line, index) =>
    index === 0 ? line : [{ type: 'text' as const, text: '\n' }, ...line],
  )
  return pieces.reduce<RichTextElement[]>((joined, piece) => {
    const before = joined.at(-1)
    if (before?.type !== 'text' || piece.type !== 'text' || !isAlike(before, piece)) {
      return [...joined, tidy(piece)]
    }
    return [...joined.slice(0, -1), tidy({ ...before, text: before.text + piece.text })]
  }, [])
}

/** Whether a value has the shape of a piece; the workspace checks the rest. */
export function isPiece(value: unknown): value is RichTextElement {
  return typeof value === 'object' && value !== null && 'type' in value
}

function isWritten(line: Line): boolean {
  return line.some((piece) => piece.type !== 'text' || piece.text.trim() !== '')
}

function isAlike(left: RichTextText, right: RichTextText): boolean {
  return styleKey(left) === styleKey(right)
}

function styleKey({ style = {} }: RichTextText): string {
  return Object.keys(style).toSorted().join(' ')
}

/** A text without styles says nothing of them. */
function tidy(piece: RichTextElement): RichTextElement {
  if (piece.type !== 'text' || Object.keys(piece.style ?? {}).length > 0) return piece
  return { type: 'text', text: piece.text }
}

import type { RichTextBlockElement, RichTextElement, RichTextText } from '@slack/types'

import { parseMrkdwn, type Piece } from './mrkdwn.ts'

type Style = NonNullable<RichTextText['style']>

/**
 * Slack's mrkdwn as the parts of a rich_text block, which keep every character of a text: what a
 * user typed is drawn as typed.
 */
export function richTextOf(mrkdwn: string): readonly RichTextBlockElement[] {
  const parts: RichTextBlockElement[] = []
  for (const piece of parseMrkdwn(mrkdwn)) {
    if (piece.kind === 'quote') {
      parts.push({ type: 'rich_text_quote', elements: inlinesOf(piece.children, {}) })
    } else if (piece.kind === 'fence') {
      parts.push({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: piece.text }] })
    } else {
      addInline(parts, inlinesOf([piece], {}))
    }
  }
  return parts.filter((part) => !isBlank(part))
}

/** Links that lead out of the page; all others, `javascript:` above all, stay text. */
export function isSafeUrl(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(url)
}

function addInline(parts: RichTextBlockElement[], elements: RichTextElement[]): void {
  const last = parts.at(-1)
  if (last?.type === 'rich_text_section') last.elements.push(...elements)
  else parts.push({ type: 'rich_text_section', elements })
}

/** The line breaks around a fence or a quote are its edges and draw nothing. */
function isBlank(part: RichTextBlockElement): boolean {
  return (
    part.type === 'rich_text_section' &&
    part.elements.every((element) => element.type === 'text' && element.text.trim() === '')
  )
}

function inlinesOf(pieces: readonly Piece[], style: Style): RichTextElement[] {
  return pieces.flatMap((piece) => inlineOf(piece, style))
}

function inlineOf(piece: Piece, style: Style): RichTextElement | RichTextElement[] {
  switch (piece.kind) {
    case 'bold':
    case 'italic':
    case 'strike':
      return inlinesOf(piece.children, { ...style, [piece.kind]: true })
    case 'quote':
      return inlinesOf(piece.children, style)
    case 'code':
      return { type: 'text', text: piece.text, style: { ...style, code: true } }
    case 'text':
    case 'fence':
      return { type: 'text', text: piece.text, style }
    case 'break':
      return { type: 'text', text: '\n' }
    case 'emoji':
      return { type: 'emoji', name: piece.id }
    case 'user':
      return { type: 'user', user_id: piece.id, style }
    case 'channel':
      return { type: 'channel', channel_id: piece.id, style }
    case 'broadcast':
      return isRange(piece.text)
        ? { type: 'broadcast', range: piece.text }
        : { type: 'text', text: `@${piece.text}`, style }
    case 'link':
      return isSafeUrl(piece.url)
        ? { type: 'link', url: piece.url, text: piece.text, style }
        : { type: 'text', text: piece.text, style }
  }
}

function isRange(text: string): text is 'here' | 'channel' | 'everyone' {
  return ['here', 'channel', 'everyone'].includes(text)
}

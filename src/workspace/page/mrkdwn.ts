// Slack's mrkdwn as a tree: https://docs.slack.dev/messaging/formatting-message-text

/** A part of a parsed text. */
export type Piece =
  | { readonly kind: 'text' | 'code' | 'fence' | 'broadcast'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'quote'; readonly children: readonly Piece[] }
  | { readonly kind: 'user' | 'channel' | 'emoji'; readonly id: string }
  | { readonly kind: 'link'; readonly url: string; readonly text: string }
  | { readonly kind: 'break' }

const marks = { bold: '\\*', italic: '_', strike: '~' } as const

const inline = new RegExp(
  [
    '<(?<angle>[^<>\\n]+)>',
    '`(?<code>[^`\\n]+)`',
    ':(?<emoji>[a-z0-9_+-]+):',
    ...Object.entries(marks).map(([name, mark]) => styled(name, mark)),
  ].join('|'),
  'gu',
)

/** A mark that opens before a word and closes after one, as `*` does in `*bold*`. */
function styled(name: string, mark: string): string {
  const inside = `(?<${name}>[^\\s${mark}\\n](?:[^${mark}\\n]*[^\\s${mark}\\n])?)`
  return `(?<![\\p{L}\\p{N}])${mark}${inside}${mark}(?![\\p{L}\\p{N}])`
}

/** Parses a whole text: code fences and quotes first, then what stands within lines. */
export function parseMrkdwn(text: string): readonly Piece[] {
  return text.split('```').flatMap((part, index): readonly Piece[] => {
    const isFenced = index % 2 === 1
    if (!isFenced) return parseLines(part)
    return [{ kind: 'fence', text: unescape(part.replace(/^\n|\n$/g, '')) }]
  })
}

function parseLines(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const quoted = /^&gt; ?(.*)$/.exec(line)?.[1]
    if (quoted !== undefined) {
      pieces.push({ kind: 'quote', children: parseInline(quoted) })
      continue
    }
    if (index > 0 && pieces.at(-1)?.kind !== 'quote') pieces.push({ kind: 'break' })
    pieces.push(...parseInline(line))
  }
  return pieces
}

function parseInline(line: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of line.matchAll(inline)) {
    if (match.index > from) pieces.push(plain(line.slice(from, match.index)))
    pieces.push(pieceOf(match.groups ?? {}))
    from = match.index + match[0].length
  }
  if (from < line.length) pieces.push(plain(line.slice(from)))
  return pieces
}

function pieceOf(groups: Readonly<Record<string, string | undefined>>): Piece {
  const { angle, code, emoji, bold, italic, strike } = groups
  if (angle !== undefined) return parseAngle(angle)
  if (code !== undefined) return { kind: 'code', text: unescape(code) }
  if (emoji !== undefined) return { kind: 'emoji', id: emoji }
  if (italic !== undefined) return { kind: 'italic', children: parseInline(italic) }
  if (strike !== undefined) return { kind: 'strike', children: parseInline(strike) }
  return { kind: 'bold', children: parseInline(bold ?? '') }
}

/** `@U1`, `#C1|name`, `!here`, `!date^…` or a link. */
function parseAngle(inside: string): Piece {
  const [target = '', label] = inside.split('|', 2)
  const id = target.slice(1)
  if (target.startsWith('@')) return { kind: 'user', id }
  if (target.startsWith('#')) return { kind: 'channel', id }
  if (target.startsWith('!date')) return plain(label ?? id)
  if (target.startsWith('!')) return { kind: 'broadcast', text: id }
  return { kind: 'link', url: unescape(target), text: unescape(label ?? target) }
}

function plain(text: string): Piece {
  return { kind: 'text', text: unescape(text) }
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

// @ts-check
// Slack's mrkdwn as a tree: https://docs.slack.dev/messaging/formatting-message-text

/**
 * @typedef {{ kind: string, text?: string, id?: string, url?: string, children?: Piece[] }} Piece
 */

const inline = new RegExp(
  [
    '<(?<angle>[^<>\\n]+)>',
    '`(?<code>[^`\\n]+)`',
    ':(?<emoji>[a-z0-9_+-]+):',
    ...['*', '_', '~'].map(styled),
  ].join('|'),
  'gu',
)

/** A mark that opens before a word and closes after one, as `*` does in `*bold*`. */
function styled(/** @type {string} */ mark) {
  const name = { '*': 'bold', _: 'italic', '~': 'strike' }[mark]
  const escaped = mark === '*' ? '\\*' : mark
  const inside = `(?<${name}>[^\\s${escaped}\\n](?:[^${escaped}\\n]*[^\\s${escaped}\\n])?)`
  return `(?<![\\p{L}\\p{N}])${escaped}${inside}${escaped}(?![\\p{L}\\p{N}])`
}

/**
 * Parses a whole text: code fences and quotes first, then what stands within lines.
 *
 * @param {string} text
 * @returns {Piece[]}
 */
export function parseMrkdwn(text) {
  return text.split('```').flatMap((part, index) => {
    const isFenced = index % 2 === 1
    if (!isFenced) return parseLines(part)
    return [{ kind: 'fence', text: unescape(part.replace(/^\n|\n$/g, '')) }]
  })
}

/** @param {string} text @returns {Piece[]} */
function parseLines(text) {
  /** @type {Piece[]} */
  const pieces = []
  for (const [index, line] of text.split('\n').entries()) {
    const quoted = /^&gt; ?(.*)$/.exec(line)?.[1]
    const last = pieces.at(-1)
    if (quoted !== undefined) {
      pieces.push({ kind: 'quote', children: parseInline(quoted) })
      continue
    }
    if (index > 0 && last?.kind !== 'quote') pieces.push({ kind: 'break' })
    pieces.push(...parseInline(line))
  }
  return pieces
}

/** @param {string} line @returns {Piece[]} */
export function parseInline(line) {
  /** @type {Piece[]} */
  const pieces = []
  let from = 0
  for (const match of line.matchAll(inline)) {
    if (match.index > from) pieces.push(plain(line.slice(from, match.index)))
    pieces.push(pieceOf(match[0], match.groups ?? {}))
    from = match.index + match[0].length
  }
  if (from < line.length) pieces.push(plain(line.slice(from)))
  return pieces
}

/** @param {string} whole @param {Record<string, string | undefined>} groups @returns {Piece} */
function pieceOf(whole, groups) {
  const { angle, code, emoji } = groups
  if (angle !== undefined) return parseAngle(angle)
  if (code !== undefined) return { kind: 'code', text: unescape(code) }
  if (emoji !== undefined) return { kind: 'emoji', id: emoji, text: whole }
  const kind = ['bold', 'italic', 'strike'].find((name) => groups[name] !== undefined) ?? 'bold'
  return { kind, children: parseInline(groups[kind] ?? '') }
}

/** `@U1`, `#C1|name`, `!here`, `!date^…` or a link. @param {string} inside @returns {Piece} */
function parseAngle(inside) {
  const [target = '', label] = inside.split('|', 2)
  const id = target.slice(1)
  if (target.startsWith('@')) return { kind: 'user', id, text: label }
  if (target.startsWith('#')) return { kind: 'channel', id, text: label }
  if (target.startsWith('!date')) return { kind: 'text', text: unescape(label ?? id) }
  if (target.startsWith('!')) return { kind: 'broadcast', text: id }
  return { kind: 'link', url: unescape(target), text: unescape(label ?? target) }
}

/** @param {string} text @returns {Piece} */
function plain(text) {
  return { kind: 'text', text: unescape(text) }
}

/** @param {string} text */
function unescape(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

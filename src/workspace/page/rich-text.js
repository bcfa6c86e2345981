// @ts-check
import { make } from './dom.js'
import { drawLink, emojiOf } from './text.js'

/** @typedef {import('./text.js').Names} Names */

/** Draws the parts of a rich_text block or cell. @param {any} block @param {Names} names */
export function drawRichText(block, names) {
  return block.elements.map((/** @type {any} */ part) => drawPart(part, names))
}

/** @param {any} part @param {Names} names @returns {HTMLElement} */
function drawPart(part, names) {
  if (part.type === 'rich_text_list') {
    const items = part.elements.map((/** @type {any} */ item) =>
      make('li', {}, ...drawInlines(item.elements, names)),
    )
    return make(part.style === 'ordered' ? 'ol' : 'ul', {}, ...items)
  }
  const tag = { rich_text_quote: 'blockquote', rich_text_preformatted: 'pre' }[part.type] ?? 'p'
  return make(tag, {}, ...drawInlines(part.elements, names))
}

/** @param {any[]} pieces @param {Names} names @returns {(Node | string)[]} */
function drawInlines(pieces, names) {
  return pieces.map((piece) => withStyle(drawInline(piece, names), piece.style ?? {}))
}

/** @param {any} piece @param {Names} names @returns {Node | string} */
function drawInline(piece, names) {
  switch (piece.type) {
    case 'link':
      return drawLink(piece.url, piece.text ?? piece.url)
    case 'emoji':
      return emojiOf(piece.name, `:${piece.name}:`)
    case 'user':
      return make('span', { class: 'mention' }, `@${names.userName(piece.user_id)}`)
    case 'channel':
      return make('span', { class: 'mention' }, `#${names.channelName(piece.channel_id)}`)
    case 'broadcast':
      return make('span', { class: 'mention' }, `@${piece.range}`)
    default:
      return piece.text ?? piece.fallback ?? piece.value ?? ''
  }
}

const styleTags = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', code: 'code' }

/** @param {Node | string} node @param {Record<string, boolean>} style */
function withStyle(node, style) {
  return Object.entries(styleTags).reduce(
    (inside, [name, tag]) => (style[name] ? make(tag, {}, inside) : inside),
    node,
  )
}

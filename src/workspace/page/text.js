// @ts-check
import { make } from './dom.js'
import { parseMrkdwn } from './mrkdwn.js'

/** @typedef {{ userName(id: string): string, channelName(id: string): string }} Names */
/** @typedef {import('./mrkdwn.js').Piece} Piece */

/** Draws mrkdwn. @param {string} text @param {Names} names */
export function drawMrkdwn(text, names) {
  return drawPieces(parseMrkdwn(text), names)
}

/** Draws a plain_text or mrkdwn object. @param {any} object @param {Names} names */
export function drawText(object, names) {
  if (object.type === 'mrkdwn') return drawMrkdwn(object.text, names)
  return object.text
    .split(/(:[a-z0-9_+-]+:)/)
    .map((/** @type {string} */ part) =>
      part.startsWith(':') ? emojiOf(part.slice(1, -1), part) : part,
    )
}

/** @param {Piece[]} pieces @param {Names} names @returns {(Node | string)[]} */
function drawPieces(pieces, names) {
  return pieces.map((piece) => drawPiece(piece, names))
}

const tags = /** @type {Record<string, string>} */ ({
  bold: 'strong',
  italic: 'em',
  strike: 's',
  quote: 'blockquote',
})

/** @param {Piece} piece @param {Names} names @returns {Node | string} */
function drawPiece(piece, names) {
  const { kind, text = '', id = '' } = piece
  const tag = tags[kind]
  if (tag !== undefined) return make(tag, {}, ...drawPieces(piece.children ?? [], names))
  if (kind === 'break') return make('br')
  if (kind === 'code') return make('code', {}, text)
  if (kind === 'fence') return make('pre', {}, text)
  if (kind === 'emoji') return emojiOf(id, text)
  if (kind === 'user') return make('span', { class: 'mention' }, `@${names.userName(id)}`)
  if (kind === 'channel') return make('span', { class: 'mention' }, `#${names.channelName(id)}`)
  if (kind === 'broadcast') return make('span', { class: 'mention' }, `@${text}`)
  if (kind === 'link') return drawLink(piece.url ?? '', text)
  return text
}

/** A link that opens elsewhere; what is no web or mail address stays text. */
export function drawLink(/** @type {string} */ url, /** @type {string} */ text) {
  if (!/^(?:https?|mailto):/.test(url)) return text
  return make('a', { href: url, target: '_blank', rel: 'noreferrer noopener' }, text)
}

const emojis = /** @type {Record<string, string>} */ ({
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  x: '❌',
  warning: '⚠️',
  information_source: 'ℹ️',
  bulb: '💡',
  arrow_up: '⬆️',
  arrow_down: '⬇️',
  bar_chart: '📊',
  chart_with_upwards_trend: '📈',
  mag: '🔍',
  thinking_face: '🤔',
  wave: '👋',
  tada: '🎉',
  eyes: '👀',
  hourglass_flowing_sand: '⏳',
  red_circle: '🔴',
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
})

/** An emoji by its name, or its name where the page has no picture of it. */
export function emojiOf(/** @type {string} */ name, /** @type {string} */ fallback) {
  return emojis[name] ?? fallback
}

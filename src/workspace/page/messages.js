// @ts-check
import { drawBlock } from './blocks.js'
import { make } from './dom.js'
import { drawMrkdwn } from './text.js'

/** @typedef {import('./text.js').Names} Names */
/** @typedef {import('../state/model.ts').Message} Message */
/** @typedef {import('../state/model.ts').User} User */

/**
 * Draws a message as an item of the log.
 *
 * @param {Message} message @param {User} author @param {Names} names
 * @param {import('./elements.js').Use} use
 */
export function drawMessage(message, author, names, use) {
  const isPrivate = message.visibleTo !== undefined
  const body = make('div', { class: 'body' })
  if (isPrivate) body.append(make('p', { class: 'private' }, 'Only visible to you'))
  body.append(drawHead(message, author), ...drawContent(message, names, use))
  const classes = ['message', isPrivate && 'ephemeral', message.threadTs && 'reply']
  const attributes = { class: classes.filter(Boolean).join(' '), 'data-ts': message.ts }
  return make('li', attributes, drawAvatar(author), body)
}

/** @param {User} author */
function drawAvatar(author) {
  const initials = author.isBot ? '⎔' : author.realName.charAt(0)
  return make('span', { class: `avatar of-${author.name}`, 'aria-hidden': 'true' }, initials)
}

/** @param {Message} message @param {User} author */
function drawHead(message, author) {
  const at = new Date(Number(message.ts) * 1000)
  const time = at.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
  const head = make('p', { class: 'head' }, make('strong', {}, author.realName))
  if (author.isBot) head.append(make('span', { class: 'app' }, 'app'))
  head.append(make('time', { datetime: at.toISOString(), title: at.toLocaleString() }, time))
  if (message.editedTs !== undefined) head.append(make('span', { class: 'edited' }, 'edited'))
  if (message.threadTs !== undefined) head.append(make('span', { class: 'edited' }, 'in a thread'))
  return head
}

/**
 * Blocks where there are any, in the text's place. One that breaks does not hide the others.
 *
 * @param {Message} message @param {Names} names @param {import('./elements.js').Use} use
 */
function drawContent(message, names, use) {
  if (message.blocks.length === 0) return [make('p', {}, ...drawMrkdwn(message.text, names))]
  return message.blocks.map((block) => {
    try {
      return drawBlock(block, names, use)
    } catch (error) {
      return make(
        'p',
        { class: 'unknown' },
        `A ${block.type} block was not drawn: ${String(error)}`,
      )
    }
  })
}

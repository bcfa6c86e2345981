// @ts-check
import { createComposer } from './composer.js'
import { follow, send } from './connection.js'
import { byId, make } from './dom.js'
import { drawMessage } from './messages.js'

/** @typedef {import('../http/view.ts').View} View */
/** @typedef {import('../state/model.ts').Message} Message */
/** @typedef {import('../state/model.ts').Channel} Channel */
/** @typedef {import('../state/model.ts').Change} Change */

/** What the server has sent, the channel that is open, and how to stop following. */
const page = { view: emptyView(), channelId: '', stop: () => {} }

const names = {
  userName: (/** @type {string} */ id) => findUser(id).name,
  channelName: (/** @type {string} */ id) =>
    page.view.channels.find((channel) => channel.id === id)?.name ?? id,
}

const composer = createComposer((line) => {
  const sent = { user: page.view.me, channel: page.channelId, text: line }
  const [word = ''] = line.split(' ', 1)
  void report(send('type', sent), word.startsWith('/') ? `Sending ${word} …` : '')
})

const userSwitch = byId('user')
userSwitch.addEventListener('change', () => become(userSwitch.value))
window.addEventListener('hashchange', () => openFromAddress())
become(localStorage.getItem('eksip.user') ?? 'ada')

/** Shows the workspace as one user sees it. @param {string} user */
function become(user) {
  localStorage.setItem('eksip.user', user)
  page.stop()
  page.stop = follow(user, {
    view(view) {
      page.view = view
      say('')
      drawFrame()
      openFromAddress()
    },
    change: applyChange,
    lost: () => say('The connection is lost. Trying again …'),
  })
}

function drawFrame() {
  const { team, users, me, examples } = page.view
  document.title = team
  byId('team').textContent = team
  const options = users
    .filter((user) => !user.isBot)
    .map(({ id, name, realName, locale }) =>
      make('option', { value: name, selected: id === me }, `${realName} (${locale})`),
    )
  userSwitch.replaceChildren(...options)
  composer.offer(examples)
}

/** Opens what the address names, `#channel` or `#channel/ts`, or the first channel. */
function openFromAddress() {
  const [wanted, ts] = decodeURIComponent(location.hash.slice(1)).split('/')
  const { channels } = page.view
  const channel = channels.find(({ id }) => id === wanted) ?? channels[0]
  if (channel === undefined) return
  page.channelId = channel.id
  drawChannels()
  drawChannel(channel)
  if (ts !== undefined) findDrawn(ts)?.scrollIntoView()
}

function drawChannels() {
  const items = page.view.channels.map((channel) => {
    const current = channel.id === page.channelId ? 'page' : undefined
    return make(
      'li',
      {},
      make('a', { href: `#${channel.id}`, 'aria-current': current }, labelOf(channel)),
    )
  })
  byId('channels').replaceChildren(...items)
}

/** @param {Channel} channel */
function drawChannel(channel) {
  const label = labelOf(channel)
  byId('title').textContent = label
  byId('about').textContent = aboutOf(channel)
  byId('log').setAttribute('aria-label', `Messages in ${label}`)
  composer.address(label)
  const messages = page.view.messages.filter(({ channelId }) => channelId === channel.id)
  byId('messages').replaceChildren(...(messages.length > 0 ? messages.map(draw) : [drawWelcome()]))
  scrollToEnd()
}

/** The view takes one step, and so does what is drawn of it. @param {Change} change */
function applyChange(change) {
  if (change.kind === 'joined') return become(userSwitch.value)
  const { message } = change
  const others = page.view.messages.filter((each) => !isSame(each, message))
  const isGone = change.kind === 'deleted'
  page.view = { ...page.view, messages: isGone ? others : inOrder([...others, message]) }
  if (message.channelId === page.channelId) redraw(message, isGone)
}

/** @param {Message} message @param {boolean} isGone */
function redraw(message, isGone) {
  const drawn = findDrawn(message.ts)
  if (isGone) return drawn?.remove()
  if (drawn !== null) return drawn.replaceWith(draw(message))
  document.querySelector('.welcome')?.remove()
  byId('messages').append(draw(message))
  scrollToEnd()
}

/** @param {Message} message */
function draw(message) {
  const { channelId: channel, ts, userId } = message
  return drawMessage(message, findUser(userId), names, (element, blockId, option) => {
    const body = { user: page.view.me, channel, ts, element, blockId, option }
    void report(send('click', body), 'Sending …')
  })
}

function drawWelcome() {
  return make(
    'li',
    { class: 'welcome' },
    make('p', {}, 'Nothing is written here yet.'),
    make('p', {}, 'Choose an example below, look at it, and press Enter to send it.'),
  )
}

/**
 * Says in the status line that something is on its way, and then what failed.
 *
 * @param {Promise<{ ok: boolean, error?: string }>} outcome @param {string} meanwhile
 */
async function report(outcome, meanwhile) {
  say(meanwhile)
  const { ok, error } = await outcome
  say(ok ? '' : `That did not work: ${error ?? 'no reason given'}`)
}

/** @param {string} words */
function say(words) {
  byId('status').textContent = words
}

/** @param {string} ts @returns {Element | null} */
function findDrawn(ts) {
  return document.querySelector(`[data-ts="${CSS.escape(ts)}"]`)
}

function scrollToEnd() {
  byId('messages').lastElementChild?.scrollIntoView({ block: 'end' })
}

/** @param {Channel} channel */
function labelOf(channel) {
  if (channel.kind === 'direct') return '@eksip'
  return channel.kind === 'private' ? `🔒 ${channel.name}` : `#${channel.name}`
}

/** @param {Channel} channel */
function aboutOf(channel) {
  if (channel.kind === 'direct') return 'You and the bot'
  const count = `${channel.memberIds.length} members`
  if (channel.memberIds.includes(page.view.botUserId)) return `${count}, eksip is one of them`
  return `${count}. eksip is not one: it answers commands, and after /invite @eksip it may post`
}

/** @param {string} id @returns {View['users'][number]} */
function findUser(id) {
  const unknown = { id, name: id, realName: id, locale: 'en-US', isBot: false }
  return page.view.users.find((user) => user.id === id) ?? unknown
}

/** @param {Message} left @param {Message} right */
function isSame(left, right) {
  return left.ts === right.ts && left.channelId === right.channelId
}

/** @param {Message[]} messages */
function inOrder(messages) {
  return messages.toSorted((left, right) => Number(left.ts) - Number(right.ts))
}

/** @returns {View} */
function emptyView() {
  return { team: '', me: '', botUserId: '', users: [], channels: [], messages: [], examples: [] }
}

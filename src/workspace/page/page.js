// @ts-check
import { createComposer } from './composer.js'
import { follow, send } from './connection.js'
import { byId, make } from './dom.js'
import { drawMessage } from './messages.js'

/** What the page knows: the view that the server sent, and the channel that is open. */
const page = { view: /** @type {any} */ (undefined), channelId: '', stop: () => {} }

const names = {
  userName: (/** @type {string} */ id) => findUser(id).name,
  channelName: (/** @type {string} */ id) =>
    page.view.channels.find((/** @type {any} */ channel) => channel.id === id)?.name ?? id,
}

const composer = createComposer((line) => {
  const sent = { user: page.view.me, channel: page.channelId, text: line }
  void say(send('type', sent), line.startsWith('/') ? `Sending ${line.split(' ', 1)[0]} …` : '')
})

byId('user').addEventListener('change', (/** @type {any} */ event) => become(event.target.value))
window.addEventListener('hashchange', () => openFromAddress())
become(localStorage.getItem('user') ?? 'ada')

/** @param {string} user */
function become(user) {
  localStorage.setItem('user', user)
  page.stop()
  page.stop = follow(user, {
    view(view) {
      page.view = view
      say(undefined, '')
      drawFrame()
      openFromAddress()
    },
    change: applyChange,
    lost: () => say(undefined, 'The connection is lost. Trying again …'),
  })
}

function drawFrame() {
  const { team, users, me, examples } = page.view
  document.title = team
  byId('team').textContent = team
  const people = users.filter((/** @type {any} */ user) => !user.isBot)
  const options = people.map((/** @type {any} */ user) =>
    make(
      'option',
      { value: user.name, selected: user.id === me },
      `${user.realName} (${user.locale})`,
    ),
  )
  byId('user').replaceChildren(...options)
  composer.offer(examples)
}

/** Opens what the address names, `#channel` or `#channel/ts`, or the first channel. */
function openFromAddress() {
  const [wanted, ts] = decodeURIComponent(location.hash.slice(1)).split('/')
  const { channels } = page.view
  const channel = channels.find((/** @type {any} */ each) => each.id === wanted) ?? channels[0]
  page.channelId = channel.id
  drawChannels()
  drawChannel(channel)
  if (ts !== undefined) document.querySelector(`[data-ts="${CSS.escape(ts)}"]`)?.scrollIntoView()
}

function drawChannels() {
  const items = page.view.channels.map((/** @type {any} */ channel) => {
    const isOpen = channel.id === page.channelId
    const attributes = { href: `#${channel.id}`, 'aria-current': isOpen ? 'page' : undefined }
    return make('li', {}, make('a', attributes, labelOf(channel)))
  })
  byId('channels').replaceChildren(...items)
}

/** @param {any} channel */
function drawChannel(channel) {
  const label = labelOf(channel)
  byId('title').textContent = label
  byId('about').textContent = aboutOf(channel)
  byId('log').setAttribute('aria-label', `Messages in ${label}`)
  composer.address(label)
  drawLog()
}

function drawLog() {
  const messages = page.view.messages.filter(
    (/** @type {any} */ message) => message.channelId === page.channelId,
  )
  const items = messages.map(draw)
  byId('log').replaceChildren(...(items.length > 0 ? items : [drawWelcome()]))
  scrollToEnd()
}

/** A step of the state: the view follows it, and so does the open channel. @param {any} change */
function applyChange(change) {
  if (change.kind === 'joined') return becomeAgain()
  const { message } = change
  const others = page.view.messages.filter(
    (/** @type {any} */ each) => each.ts !== message.ts || each.channelId !== message.channelId,
  )
  const isGone = change.kind === 'deleted'
  page.view.messages = isGone
    ? others
    : [...others, message].toSorted((left, right) => Number(left.ts) - Number(right.ts))
  if (message.channelId !== page.channelId) return
  const shown = document.querySelector(`[data-ts="${CSS.escape(message.ts)}"]`)
  if (isGone) return shown?.remove()
  if (shown !== null) return shown.replaceWith(draw(message))
  document.querySelector('.welcome')?.remove()
  byId('log').append(draw(message))
  scrollToEnd()
}

function becomeAgain() {
  become(byId('user').value)
}

/** @param {any} message */
function draw(message) {
  return drawMessage(
    message,
    findUser(message.userId),
    names,
    async (clicked, element, blockId, option) => {
      const { channelId: channel, ts } = clicked
      const body = { user: page.view.me, channel, ts, element, blockId, option }
      await say(send('click', body), 'Sending …')
    },
  )
}

function drawWelcome() {
  return make(
    'li',
    { class: 'welcome' },
    make('p', {}, 'Nothing is written here yet.'),
    make('p', {}, 'Choose an example below, look at it, and press Enter to send it.'),
  )
}

/** Says in the status line what happens, and what failed. */
async function say(
  /** @type {Promise<any> | undefined} */ outcome,
  /** @type {string} */ meanwhile,
) {
  byId('status').textContent = meanwhile
  if (outcome === undefined) return
  const answer = await outcome
  byId('status').textContent = answer.ok ? '' : `That did not work: ${answer.error}`
}

function scrollToEnd() {
  byId('log').lastElementChild?.scrollIntoView({ block: 'end' })
}

/** @param {any} channel */
function labelOf(channel) {
  if (channel.kind === 'direct') return '@eksip'
  return `${channel.kind === 'private' ? '🔒' : '#'}${channel.name}`
}

/** @param {any} channel */
function aboutOf(channel) {
  if (channel.kind === 'direct') return 'You and the bot'
  const count = `${channel.memberIds.length} members`
  if (channel.memberIds.includes(page.view.botUserId)) return `${count}, eksip is one of them`
  return `${count}. eksip is not here: it answers commands, and /invite @eksip lets it post`
}

/** @param {string} id */
function findUser(id) {
  const unknown = { id, name: id, realName: id, isBot: false }
  return page.view.users.find((/** @type {any} */ user) => user.id === id) ?? unknown
}

// @ts-check
import { byId, make } from './dom.js'

/**
 * The message box: Enter sends, Shift+Enter makes a line, arrow up and down go through what was
 * sent before.
 *
 * @param {(line: string) => void} submit
 */
export function createComposer(submit) {
  /** @type {HTMLTextAreaElement} */
  const box = byId('line')
  const history = createHistory()

  function fill(/** @type {string} */ line) {
    box.value = line
    fit(box)
    box.focus()
    box.setSelectionRange(line.length, line.length)
  }

  function send() {
    const line = box.value.trimEnd()
    if (line === '') return
    history.add(line)
    fill('')
    submit(line)
  }

  box.addEventListener('input', () => fit(box))
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      send()
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step === undefined || box.value.includes('\n')) return
    const line = history.go(step, box.value)
    if (line === undefined) return
    event.preventDefault()
    fill(line)
  })
  byId('composer').addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault()
    send()
  })

  return {
    /** Says where a message goes to. @param {string} name */
    address(name) {
      box.placeholder = `Message ${name}, or /eksip help`
    },
    /** Offers lines that fill the box and are not sent. @param {readonly string[]} lines */
    offer(lines) {
      const buttons = lines.map((line) => {
        const button = make('button', { type: 'button' }, line)
        button.addEventListener('click', () => fill(line))
        return button
      })
      byId('examples').replaceChildren(make('span', { 'aria-hidden': 'true' }, 'Try'), ...buttons)
    },
  }
}

/** Grows the box with its lines. @param {HTMLTextAreaElement} box */
function fit(box) {
  box.rows = Math.min(8, box.value.split('\n').length)
}

/** What was sent before, and the unsent line that one comes back to. */
export function createHistory() {
  /** @type {string[]} */
  const lines = []
  let at = 0
  let unsent = ''
  return {
    add(/** @type {string} */ line) {
      if (lines.at(-1) !== line) lines.push(line)
      at = lines.length
    },
    go(/** @type {number} */ step, /** @type {string} */ current) {
      if (at === lines.length) unsent = current
      const next = at + step
      if (next < 0 || next > lines.length) return undefined
      at = next
      return lines[at] ?? unsent
    },
  }
}

// @ts-check
import { make } from './dom.js'
import { drawText } from './text.js'

/** @typedef {import('./text.js').Names} Names */
/** @typedef {(element: string, blockId: string, option?: string) => void} Use */

/**
 * Draws a button, a menu or an image; `use` is called when somebody uses it.
 *
 * @param {any} element @param {string} blockId @param {Names} names @param {Use} use
 */
export function drawElement(element, blockId, names, use) {
  switch (element.type) {
    case 'button':
      return drawButton(element, blockId, names, use)
    case 'static_select':
    case 'overflow':
      return drawMenu(element, blockId, use)
    case 'image':
      return make('img', { src: element.image_url, alt: element.alt_text })
    default:
      return make('span', { class: 'unknown' }, `(${element.type} is not drawn here)`)
  }
}

/** @param {any} element @param {string} blockId @param {Names} names @param {Use} use */
function drawButton(element, blockId, names, use) {
  const attributes = {
    type: 'button',
    class: element.style ?? 'plain',
    'aria-label': element.accessibility_label,
  }
  const button = make('button', attributes, ...drawText(element.text, names))
  button.addEventListener('click', () => {
    if (!isConfirmed(element)) return
    if (/^https?:/.test(element.url ?? '')) window.open(element.url, '_blank', 'noopener')
    use(element.action_id, blockId)
  })
  return button
}

/** @param {any} element @param {string} blockId @param {Use} use */
function drawMenu(element, blockId, use) {
  const isOverflow = element.type === 'overflow'
  const hint = isOverflow ? '⋯' : (element.placeholder?.text ?? 'Choose an option')
  const label = isOverflow ? 'More actions' : hint
  const menu = document.createElement('select')
  menu.ariaLabel = label
  const groups = element.option_groups ?? [{ options: element.options }]
  menu.append(make('option', { value: '' }, hint), ...groups.map(drawGroup))
  menu.value = element.initial_option?.value ?? ''
  menu.addEventListener('change', () => {
    if (menu.value !== '' && isConfirmed(element)) use(element.action_id, blockId, menu.value)
  })
  return menu
}

/** @param {any} group @returns {Node} */
function drawGroup(group) {
  const options = group.options.map((/** @type {any} */ option) =>
    make('option', { value: option.value ?? option.text.text }, option.text.text),
  )
  if (group.label !== undefined) return make('optgroup', { label: group.label.text }, ...options)
  const fragment = document.createDocumentFragment()
  fragment.append(...options)
  return fragment
}

/** @param {any} element */
function isConfirmed(element) {
  if (element.confirm === undefined) return true
  return window.confirm(`${element.confirm.title.text}\n\n${element.confirm.text.text}`)
}

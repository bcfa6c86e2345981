// @ts-check

/**
 * Makes an element. Text becomes text nodes, never markup, whatever is in it.
 *
 * @param {string} tag
 * @param {Record<string, string | boolean | undefined>} attributes `true` sets an empty one.
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children)
  return element
}

/**
 * The element of the page with this id, which is in the page's own HTML.
 *
 * @param {string} id
 * @returns {any}
 */
export function byId(id) {
  return document.querySelector(`#${id}`)
}

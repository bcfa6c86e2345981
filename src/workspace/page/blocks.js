// @ts-check
import { make } from './dom.js'
import { drawElement } from './elements.js'
import { drawRichText } from './rich-text.js'
import { drawText } from './text.js'

/** @typedef {import('./text.js').Names} Names */
/** @typedef {import('./elements.js').Use} Use */

/**
 * Draws one block of a message.
 *
 * @param {any} block @param {Names} names @param {Use} use
 * @returns {HTMLElement}
 */
export function drawBlock(block, names, use) {
  const draw = drawings[block.type]
  return draw === undefined ? drawUnknown(block) : draw(block, names, use)
}

/** @type {Record<string, (block: any, names: Names, use: Use) => HTMLElement>} */
const drawings = {
  section: drawSection,
  header: (block, names) => make('h2', {}, ...drawText(block.text, names)),
  divider: () => make('hr'),
  context: drawContext,
  actions: drawActions,
  image: drawImage,
  markdown: (block) => make('div', { class: 'markdown' }, block.text),
  rich_text: (block, names) => make('div', { class: 'rich' }, ...drawRichText(block, names)),
  table: (block, names) => drawTable(block.rows, names, 'Table', block.column_settings),
  data_table: (block, names) => drawTable(block.rows, names, block.caption),
  data_visualization: drawChart,
}

/** @param {any} block @param {Names} names @param {Use} use */
function drawSection(block, names, use) {
  const words = make('div', { class: 'words' })
  if (block.text !== undefined) words.append(make('p', {}, ...drawText(block.text, names)))
  if (block.fields !== undefined) {
    const fields = block.fields.map((/** @type {any} */ field) =>
      make('p', {}, ...drawText(field, names)),
    )
    words.append(make('div', { class: 'fields' }, ...fields))
  }
  const section = make('div', { class: 'section' }, words)
  if (block.accessory !== undefined) {
    section.append(drawElement(block.accessory, block.block_id, names, use))
  }
  return section
}

/** @param {any} block @param {Names} names @param {Use} use */
function drawContext(block, names, use) {
  const parts = block.elements.map((/** @type {any} */ element) =>
    element.type === 'image'
      ? drawElement(element, block.block_id, names, use)
      : make('span', {}, ...drawText(element, names)),
  )
  return make('div', { class: 'context' }, ...parts)
}

/** @param {any} block @param {Names} names @param {Use} use */
function drawActions(block, names, use) {
  const elements = block.elements.map((/** @type {any} */ element) =>
    drawElement(element, block.block_id, names, use),
  )
  return make('div', { class: 'actions' }, ...elements)
}

/** @param {any} block @param {Names} names */
function drawImage(block, names) {
  const image = make('img', { src: block.image_url, alt: block.alt_text })
  const title = block.title === undefined ? [] : drawText(block.title, names)
  return make('figure', {}, make('figcaption', {}, ...title), image)
}

/** The first row is the header, as Slack draws it. */
function drawTable(
  /** @type {any[][]} */ rows,
  /** @type {Names} */ names,
  /** @type {string} */ label,
  /** @type {any[]} */ columns = [],
) {
  const [header = [], ...body] = rows.map((row, index) =>
    row.map((cell, column) => {
      const attributes = {
        class: `${columns[column]?.align ?? 'left'} ${columns[column]?.is_wrapped ? 'wrapped' : ''}`,
        scope: index === 0 ? 'col' : undefined,
      }
      return make(index === 0 ? 'th' : 'td', attributes, ...drawCell(cell, names))
    }),
  )
  const table = make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...header)),
    make('tbody', {}, ...body.map((cells) => make('tr', {}, ...cells))),
  )
  return make('div', { class: 'table', role: 'region', 'aria-label': label, tabindex: '0' }, table)
}

/** @param {any} cell @param {Names} names @returns {(Node | string)[]} */
function drawCell(cell, names) {
  return cell.type === 'rich_text' ? drawRichText(cell, names) : [cell.text]
}

/** Charts are shown by their numbers, which is also what a screen reader gets. */
function drawChart(/** @type {any} */ block, /** @type {Names} */ names) {
  const { chart, title } = block
  const rows =
    chart.type === 'pie'
      ? [
          [raw(''), raw(title)],
          ...chart.segments.map((/** @type {any} */ each) => [raw(each.label), raw(each.value)]),
        ]
      : [
          [raw(''), ...chart.axis_config.categories.map(raw)],
          ...chart.series.map((/** @type {any} */ each) => [
            raw(each.name),
            ...each.data.map((/** @type {any} */ point) => raw(point.value)),
          ]),
        ]
  const caption = make('figcaption', {}, `${title} (${chart.type} chart)`)
  return make('figure', {}, caption, drawTable(rows, names, title))
}

/** @param {any} block */
function drawUnknown(block) {
  const json = make('pre', {}, JSON.stringify(block, undefined, 2))
  const summary = make('summary', {}, `A ${block.type} block, which this page does not draw`)
  return make('details', { class: 'unknown' }, summary, json)
}

/** A plain table cell. */
function raw(/** @type {string | number} */ text) {
  return { type: 'raw_text', text: String(text) }
}

import type {
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextSection,
} from '@slack/types'

import {
  isPiece,
  lineOf,
  styleTags,
  withoutBlankEnds,
  type Line,
  type Style,
} from './editor-line.ts'

/** What stands in an editor, as a rich_text block; null where nothing does. */
export function readContent(root: HTMLElement): RichTextBlock | null {
  const elements = partsIn(root)
  return elements.length === 0 ? null : { type: 'rich_text', elements }
}

/** Puts rich text into an editor, in the place of what is there. */
export function drawContent(
  root: HTMLElement,
  block: RichTextBlock | null,
  nameOf: (piece: RichTextElement) => string,
): void {
  root.replaceChildren(...(block?.elements ?? []).map((part) => drawPart(part, nameOf)))
}

function partsIn(root: HTMLElement): RichTextBlockElement[] {
  const parts: RichTextBlockElement[] = []
  let lines: Line[] = []
  let line: Line = []

  function endLine() {
    lines.push(line)
    line = []
  }

  function endBlock() {
    if (line.length > 0) endLine()
  }

  function endPart(kind: 'rich_text_section' | 'rich_text_quote' | 'rich_text_preformatted') {
    endBlock()
    const elements = lineOf(withoutBlankEnds(lines))
    lines = []
    if (elements.length === 0) return
    if (kind === 'rich_text_preformatted') {
      const texts = elements.filter((each) => each.type === 'text' || each.type === 'link')
      parts.push({ type: kind, elements: texts })
    } else {
      parts.push({ type: kind, elements })
    }
  }

  function walk(node: Node, style: Style) {
    if (node instanceof Text) return add({ type: 'text', text: plainSpaces(node.data), style })
    if (!(node instanceof HTMLElement)) return
    const { piece } = node.dataset
    if (piece !== undefined) return addPiece(piece)
    if (node.tagName === 'BR') return endLine()
    if (node.tagName === 'UL' || node.tagName === 'OL') return walkList(node)
    if (node.tagName === 'BLOCKQUOTE') return walkPart(node, 'rich_text_quote')
    if (node.tagName === 'PRE') return walkPart(node, 'rich_text_preformatted')
    const isBlock = node.tagName === 'DIV' || node.tagName === 'P'
    if (isBlock) endBlock()
    for (const child of node.childNodes) walk(child, styleOf(node, style))
    if (isBlock) endBlock()
  }

  function walkPart(node: HTMLElement, kind: 'rich_text_quote' | 'rich_text_preformatted') {
    endPart('rich_text_section')
    for (const child of node.childNodes) walk(child, {})
    endPart(kind)
  }

  function walkList(list: HTMLElement) {
    endPart('rich_text_section')
    parts.push(...listsIn(list, 0))
  }

  function add(piece: RichTextElement) {
    if (piece.type !== 'text' || piece.text !== '') line.push(piece)
  }

  function addPiece(json: string) {
    const piece: unknown = JSON.parse(json)
    if (isPiece(piece)) line.push(piece)
  }

  for (const child of root.childNodes) walk(child, {})
  endPart('rich_text_section')
  return parts
}

/** A list is one part for each run of items of the same depth. */
function listsIn(list: HTMLElement, indent: number): RichTextBlockElement[] {
  const style = list.tagName === 'OL' ? 'ordered' : 'bullet'
  const parts: RichTextBlockElement[] = []
  let items: RichTextSection[] = []
  function endRun() {
    if (items.length > 0) parts.push({ type: 'rich_text_list', style, indent, elements: items })
    items = []
  }
  for (const child of list.querySelectorAll<HTMLElement>(':scope > :is(li, ul, ol)')) {
    const inner = child.matches('li')
      ? [...child.querySelectorAll<HTMLElement>(':scope > :is(ul, ol)')]
      : [child]
    if (child.matches('li')) items.push({ type: 'rich_text_section', elements: itemOf(child) })
    if (inner.length > 0) endRun()
    for (const each of inner) parts.push(...listsIn(each, Math.min(indent + 1, 8)))
  }
  endRun()
  return parts
}

/** What an item says, without the lists in it. */
function itemOf(item: HTMLElement): RichTextElement[] {
  const own = document.createElement('div')
  own.append(item.cloneNode(true))
  for (const inner of own.querySelectorAll('ul, ol')) inner.remove()
  const [section] = partsIn(own)
  return section?.type === 'rich_text_section' ? section.elements : []
}

function styleOf(node: HTMLElement, style: Style): Style {
  if (node.tagName === 'FONT') {
    const { code: _code, ...others } = style
    return isCode(node) ? { ...style, code: true } : others
  }
  const name = styleTags[node.tagName]
  return name === undefined ? style : { ...style, [name]: true }
}

/** Browsers have no command that makes code, but one for the typeface, which can be undone. */
export const codeTypeface = 'monospace'

function isCode(node: HTMLElement): boolean {
  return node.getAttribute('face') === codeTypeface
}

/** Editors put spaces that do not break where several stand together. */
function plainSpaces(text: string): string {
  return text.replaceAll('\u{A0}', ' ')
}

type NameOf = (piece: RichTextElement) => string

function drawPart(part: RichTextBlockElement, nameOf: NameOf): HTMLElement {
  switch (part.type) {
    case 'rich_text_list': {
      const list = document.createElement(part.style === 'ordered' ? 'ol' : 'ul')
      list.append(...part.elements.map((item) => drawLine('li', item.elements, nameOf)))
      return nested(list, part.indent ?? 0)
    }
    case 'rich_text_section':
      return drawLine('div', part.elements, nameOf)
    case 'rich_text_quote':
      return drawLine('blockquote', part.elements, nameOf)
    case 'rich_text_preformatted':
      return drawLine('pre', part.elements, nameOf)
  }
}

/** As editing makes it; a list of nothing but a list is none to a screen reader. */
function nested(list: HTMLElement, indent: number): HTMLElement {
  if (indent === 0) return list
  const around = document.createElement(list.tagName)
  around.role = 'none'
  around.append(nested(list, indent - 1))
  return around
}

function drawLine(tag: string, pieces: readonly RichTextElement[], nameOf: NameOf): HTMLElement {
  const line = document.createElement(tag)
  line.append(...pieces.flatMap((piece) => drawPiece(piece, nameOf)))
  return line
}

function drawPiece(piece: RichTextElement, nameOf: NameOf): Node[] {
  if (piece.type !== 'text') {
    const fixed = document.createElement('span')
    fixed.className = 'mention'
    fixed.contentEditable = 'false'
    fixed.dataset['piece'] = JSON.stringify(piece)
    fixed.textContent = nameOf(piece)
    return [fixed]
  }
  return piece.text.split('\n').flatMap((text, index) => {
    const drawn = text === '' ? [] : [styled(text, piece.style ?? {})]
    return index === 0 ? drawn : [document.createElement('br'), ...drawn]
  })
}

function styled(text: string, style: Style): Node {
  const tags = Object.entries(styleTags).filter(([tag, name]) => tag.length === 1 && style[name])
  const inside = tags.reduce<Node>(
    (node, [tag]) => wrapped(tag, node),
    document.createTextNode(text),
  )
  if (style.code !== true) return inside
  const font = wrapped('font', inside)
  font.setAttribute('face', codeTypeface)
  return font
}

function wrapped(tag: string, node: Node): HTMLElement {
  const around = document.createElement(tag)
  around.append(node)
  return around
}

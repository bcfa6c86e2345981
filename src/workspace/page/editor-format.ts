import type { KeyboardEvent } from 'react'

import { codeTypeface } from './editor-content.ts'

/** What can be done to the selected words. */
export const formats = ['bold', 'italic', 'strike', 'code', 'bullet', 'ordered'] as const
export type Format = (typeof formats)[number]

/** The browser's own editing commands: no script could undo as they do. */
const commands: Readonly<Record<Exclude<Format, 'code'>, string>> = {
  bold: 'bold',
  italic: 'italic',
  strike: 'strikeThrough',
  bullet: 'insertUnorderedList',
  ordered: 'insertOrderedList',
}

/** Puts a format on what is selected, or takes it away where it is. */
export function applyFormat(format: Format, editor: HTMLElement): void {
  if (format !== 'code') return void document.execCommand(commands[format])
  const usual = getComputedStyle(editor).fontFamily
  document.execCommand('fontName', false, isActive('code') ? usual : codeTypeface)
}

/** The formats of what is selected. */
export function activeFormats(): readonly Format[] {
  return formats.filter(isActive)
}

function isActive(format: Format): boolean {
  if (format !== 'code') return document.queryCommandState(commands[format])
  return document.queryCommandValue('fontName').replaceAll('"', '') === codeTypeface
}

/** The format that keys mean, as in Slack. Bold and italic are left to the browser. */
export function formatOfKeys(event: KeyboardEvent): Format | undefined {
  if (!(event.ctrlKey || event.metaKey) || !event.shiftKey) return undefined
  const byKey: Readonly<Record<string, Format>> = {
    KeyX: 'strike',
    KeyC: 'code',
    Digit7: 'ordered',
    Digit8: 'bullet',
  }
  return byKey[event.code]
}

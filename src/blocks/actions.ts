import type { types } from '@slack/bolt'
import type { Action, Ask, Confirmation } from '../reply/reply.ts'
import { clip } from './clip.ts'
import { SLACK_LIMITS } from './limits.ts'

/** The id of every button that asks a line; a number tells the buttons of a message apart. */
export const ASK_ACTION = /^ask-\d+$/
/** The ids of menus whose options ask a line. */
export const MENU_ACTION = /^menu-\d+$/
/** The ids of buttons that open a form about a run; the value is its number. */
export const OPEN_ACTION = /^open-(what-if|compare)-\d+$/

/** The id of the button that posts the rest of a long reply; the value is the line that gives it. */
export const SHOW_ALL_ACTION = 'show-all'

/** Below a reply that was too long for its message. */
export function showAllButton({ label, line }: Ask): types.ActionsBlock {
  return { type: 'actions', elements: [button(SHOW_ALL_ACTION, label, line)] }
}

/** A row of buttons; what would not fit into a button or an option is left out rather than cut. */
export function actions(all: readonly Action[]): readonly types.ActionsBlock[] {
  const elements = all.flatMap(element)
  return elements.length > 0 ? [{ type: 'actions', elements }] : []
}

function element(action: Action, index: number): readonly (types.Button | types.Overflow)[] {
  if ('menu' in action) return menu(action.menu, index)
  if ('opens' in action) {
    return [button(`open-${action.opens}-${index}`, action.label, String(action.run))]
  }
  const { label, line, confirm } = action
  if (line.length > SLACK_LIMITS.buttonValue) return []
  const ask = button(`ask-${index}`, label, line)
  return [confirm ? { ...ask, style: 'danger', confirm: dialog(confirm) } : ask]
}

function button(action_id: string, label: string, value: string): types.Button {
  return { type: 'button', action_id, text: plainText(label), value }
}

/** Slack's own dialog, which comes before the click counts. */
function dialog({ title, text, yes, no }: Confirmation): types.ConfirmationDialog {
  return {
    title: plainText(title),
    text: plainText(text),
    confirm: plainText(yes),
    deny: plainText(no),
    style: 'danger',
  }
}

function menu(asks: readonly Ask[], index: number): readonly types.Overflow[] {
  const options = asks
    .filter(({ line }) => line.length <= SLACK_LIMITS.optionText)
    .slice(0, SLACK_LIMITS.menuOptions)
    .map(({ label, line }) => ({ text: plainText(label), value: line }))
  return options.length > 0 ? [{ type: 'overflow', action_id: `menu-${index}`, options }] : []
}

function plainText(text: string): types.PlainTextElement {
  return { type: 'plain_text', text: clip(text, SLACK_LIMITS.buttonText), emoji: false }
}

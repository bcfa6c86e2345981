import type { PageChange, View } from '../http/page-contract.ts'
import type { Message } from '../state/model.ts'

/** The view after one change. */
export function applyChange(view: View, change: PageChange): View {
  switch (change.kind) {
    case 'posted':
    case 'changed':
      return { ...view, messages: withMessage(view.messages, change.message) }
    case 'deleted':
      return { ...view, messages: view.messages.filter((each) => !isSame(each, change.message)) }
    case 'channel':
      return { ...view, channels: withItem(view.channels, change.channel) }
    case 'user':
      return { ...view, users: withItem(view.users, change.user) }
    case 'file':
      return { ...view, files: withItem(view.files, change.file) }
    case 'modals':
      return { ...view, modals: change.modals }
    case 'home':
      return { ...view, home: change.home }
  }
}

function withMessage(messages: readonly Message[], message: Message): readonly Message[] {
  if (messages.some((each) => isSame(each, message))) {
    return messages.map((each) => (isSame(each, message) ? message : each))
  }
  return [...messages, message].toSorted((left, right) => Number(left.ts) - Number(right.ts))
}

function withItem<Item extends { readonly id: string }>(
  items: readonly Item[],
  item: Item,
): readonly Item[] {
  if (!items.some(({ id }) => id === item.id)) return [...items, item]
  return items.map((each) => (each.id === item.id ? item : each))
}

function isSame(left: Message, right: Message): boolean {
  return left.ts === right.ts && left.channelId === right.channelId
}

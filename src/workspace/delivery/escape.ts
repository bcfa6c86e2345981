import { findUser } from '../state/lookup.ts'
import type { State } from '../state/model.ts'

/** What a mention turns into: commands carry names (`<@U1|ada>`), messages only ids (`<@U1>`). */
export type MentionStyle = 'with-names' | 'ids-only'

// A URL, @user or #channel that stands alone or after a space or an opening bracket.
const reference = /(?<=^|[\s(])(?:https?:\/\/[^\s<>|]+|[@#][\p{L}\p{N}._-]+)/gu
const broadcasts = ['@here', '@channel', '@everyone']

/**
 * Text as an app receives it: `&`, `<` and `>` escaped, then links, users and channels put in
 * angle brackets, as with "escape channels, users, and links" switched on for a slash command.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function escapeText(state: State, typed: string, style: MentionStyle): string {
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped.replace(reference, (word) => bracket(state, word, style))
}

function bracket(state: State, word: string, style: MentionStyle): string {
  if (word.startsWith('http')) return `<${word}>`
  if (broadcasts.includes(word)) return `<!${word.slice(1)}>`
  const found = word.startsWith('@') ? findUser(state, word) : findNamedChannel(state, word)
  if (found === undefined) return word
  const label = style === 'with-names' ? `|${found.name}` : ''
  return `<${word.charAt(0)}${found.id}${label}>`
}

function findNamedChannel(state: State, word: string) {
  return state.channels.find(({ name }) => name !== '' && name === word.slice(1))
}

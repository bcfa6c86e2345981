import type { RichTextElement } from '@slack/types'

import { findUser, usePage } from './page-context.ts'

/** How a piece of rich text is called that is no text: a person, a channel, an emoji, a link. */
export function usePieceNames(): (piece: RichTextElement) => string {
  const { view } = usePage()
  return (piece) => {
    switch (piece.type) {
      case 'text':
        return piece.text
      case 'user':
        return `@${findUser(view, piece.user_id).name}`
      case 'channel':
        return `#${view.channels.find(({ id }) => id === piece.channel_id)?.name ?? piece.channel_id}`
      case 'emoji':
        return piece.unicode === undefined ? `:${piece.name}:` : emojiOf(piece.unicode)
      case 'link':
        return piece.text ?? piece.url
      case 'broadcast':
        return `@${piece.range}`
      case 'usergroup':
        return `@${piece.usergroup_id}`
      case 'team':
        return piece.team_id
      case 'color':
        return piece.value
      case 'date':
        return piece.fallback ?? new Date(piece.timestamp * 1000).toISOString()
    }
  }
}

/** The character of code points such as `1f680` or `1f468-200d-1f4bb`. */
function emojiOf(codePoints: string): string {
  return String.fromCodePoint(...codePoints.split('-').map((each) => Number.parseInt(each, 16)))
}

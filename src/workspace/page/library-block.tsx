import type { MarkdownBlock, PlanBlock, RichTextBlock, TaskCardBlock } from '@slack/types'
import type { ReactNode } from 'react'
import { Message, type Block } from 'slack-blocks-to-jsx'

import { findUser, usePage } from './page-context.ts'
import { isSafeUrl } from './rich-text.ts'

/** What the library draws well. */
type LibraryDrawn = RichTextBlock | MarkdownBlock | PlanBlock | TaskCardBlock

/** A block as `slack-blocks-to-jsx` draws it, with this workspace's names, links and theme. */
export function LibraryBlock({ block }: { readonly block: LibraryDrawn }): ReactNode {
  const { view, theme } = usePage()
  if (!isForLibrary(block)) return null
  const nameOfChannel = (id: string) => view.channels.find((each) => each.id === id)?.name ?? id
  return (
    <Message
      blocks={[block]}
      withoutWrapper
      theme={theme}
      logo=""
      name=""
      hooks={{
        user: ({ id }) => <Mention isMe={id === view.me}>@{findUser(view, id).name}</Mention>,
        channel: ({ id }) => <Mention>#{nameOfChannel(id)}</Mention>,
        atHere: () => <Mention isMe>@here</Mention>,
        atChannel: () => <Mention isMe>@channel</Mention>,
        atEveryone: () => <Mention isMe>@everyone</Mention>,
        emoji: (data, parse) => {
          const shown = parse(data)
          return shown === data.name ? `:${data.name}:` : shown
        },
        link: ({ href, children, className }) =>
          isSafeUrl(href) ? (
            <a href={href} className={className} target="_blank" rel="noreferrer noopener">
              {children}
            </a>
          ) : (
            children
          ),
      }}
    />
  )
}

/**
 * Slack's own types and those of the library describe the same JSON, with small differences in what
 * may be left out, so that neither is assignable to the other.
 */
function isForLibrary(block: { readonly type: string }): block is Block {
  return ['rich_text', 'markdown', 'plan', 'task_card'].includes(block.type)
}

function Mention({ isMe = false, children }: { readonly isMe?: boolean; children: ReactNode }) {
  return <span className={isMe ? 'mention me' : 'mention'}>{children}</span>
}

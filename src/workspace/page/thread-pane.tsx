import { useEffect, type ReactNode } from 'react'

import type { Channel } from '../state/model.ts'
import { channelLabel } from './channel-label.ts'
import { Composer, type ComposerHandle } from './composer.tsx'
import { wasTaken } from './connection.ts'
import { repliesTo } from './conversation.ts'
import { MessageLog } from './message-log.tsx'
import { usePage } from './page-context.ts'

/** A message with the answers to it, beside the channel. */
export function ThreadPane({
  channel,
  threadTs,
  scrollTo,
  onClose,
  composer,
}: {
  readonly channel: Channel
  readonly threadTs: string
  readonly scrollTo?: string | undefined
  readonly onClose: () => void
  readonly composer: { current: ComposerHandle | null }
}): ReactNode {
  const { view, words, act } = usePage()
  const first = view.messages.filter(
    (message) => message.channelId === channel.id && message.ts === threadTs,
  )
  const messages = [...first, ...repliesTo(view.messages, channel.id, threadTs)]
  useEffect(() => composer.current?.focus(), [composer, threadTs])
  return (
    <aside className="thread" aria-label={words.thread}>
      <header className="pane-head">
        <h2>{words.thread}</h2>
        <span className="soft">{channelLabel(channel)}</span>
        <button
          type="button"
          className="button sign"
          aria-label={words.closeThread}
          onClick={onClose}
        >
          ×
        </button>
      </header>
      <MessageLog label={words.messagesInThread} messages={messages} scrollTo={scrollTo} />
      <Composer
        key={view.me}
        id="reply"
        draftOf={`${view.me}.${channel.id}.${threadTs}`}
        placeholder={words.reply}
        takesCommands={false}
        onSend={async (text) =>
          wasTaken(await act('type', { channel: channel.id, text, threadTs }))
        }
        handle={composer}
      />
    </aside>
  )
}

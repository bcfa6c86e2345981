import { useEffect, useState, type ReactNode } from 'react'

import type { ExampleGroup } from '../http/page-contract.ts'
import type { Channel } from '../state/model.ts'
import { aboutChannel, channelLabel } from './channel-label.ts'
import { Composer, type ComposerHandle } from './composer.tsx'
import { wasTaken } from './connection.ts'
import { mainMessages } from './conversation.ts'
import { Examples } from './examples.tsx'
import { Menu } from './menu.tsx'
import { MessageLog } from './message-log.tsx'
import { usePage } from './page-context.ts'

/** A channel: its name, its messages, and the box to write into. */
export function ChannelPane({
  channel,
  scrollTo,
  composer,
  isTrafficOpen,
  onTraffic,
  onThread,
  onExample,
  children,
}: {
  readonly channel: Channel
  readonly scrollTo: string | undefined
  readonly composer: { current: ComposerHandle | null }
  readonly isTrafficOpen: boolean
  readonly onTraffic: () => void
  readonly onThread: (ts: string) => void
  readonly onExample: (line: string, place: ExampleGroup['place']) => void
  /** What stands before the channel's name. */
  readonly children: ReactNode
}): ReactNode {
  const { view, words, act } = usePage()
  const [isOffering, setIsOffering] = useState(false)
  // As in Slack one may write at once; on a touch screen that would bring up the keyboard.
  useEffect(() => {
    if (window.matchMedia('(hover: hover)').matches) composer.current?.focus()
  }, [composer])
  const label = channelLabel(channel)
  const messages = mainMessages(view.messages, channel.id)
  const shortcuts = view.shortcuts.filter(({ type }) => type === 'global')
  const examples = (
    <Examples
      groups={view.examples}
      onChoose={(line, place) => {
        setIsOffering(false)
        onExample(line, place)
      }}
    />
  )
  return (
    <>
      <header className="pane-head">
        {children}
        <div className="pane-title">
          <h1>{label}</h1>
          <p className="soft">{aboutChannel(channel, view.botUserId, words)}</p>
        </div>
        <button
          type="button"
          className="button"
          aria-expanded={isOffering}
          onClick={() => setIsOffering(!isOffering)}
        >
          {words.examples}
        </button>
        <button type="button" className="button" aria-expanded={isTrafficOpen} onClick={onTraffic}>
          {words.traffic}
        </button>
      </header>
      <MessageLog
        label={words.messagesIn(label)}
        messages={messages}
        scrollTo={scrollTo}
        onThread={onThread}
        empty={
          <div className="welcome">
            <h2>{words.nothingHere}</h2>
            <p>{words.chooseLine}</p>
            {examples}
          </div>
        }
      />
      {isOffering && <div className="offering">{examples}</div>}
      <Composer
        key={view.me}
        id="line"
        draftOf={`${view.me}.${channel.id}`}
        placeholder={words.messageTo(label)}
        takesCommands
        onSend={async (text) => wasTaken(await act('type', { channel: channel.id, text }))}
        handle={composer}
      >
        {shortcuts.length > 0 && (
          <Menu
            label={words.shortcuts}
            sign="⚡"
            items={shortcuts.map(({ name, description, callback_id: callbackId }) => ({
              label: name,
              about: description,
              run: () => void act('shortcut', { callbackId }),
            }))}
          />
        )}
      </Composer>
    </>
  )
}

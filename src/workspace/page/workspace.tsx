import { useEffect, useRef, useState, type ReactNode } from 'react'

import type { ExampleGroup } from '../http/page-contract.ts'
import type { Channel } from '../state/model.ts'
import { formatAddress } from './address.ts'
import { ChannelPane } from './channel-pane.tsx'
import type { ComposerHandle } from './composer.tsx'
import { mainMessages } from './conversation.ts'
import { Home } from './home.tsx'
import { Modals } from './modals.tsx'
import { usePage } from './page-context.ts'
import { Sidebar } from './sidebar.tsx'
import type { Theme } from './theme.ts'
import { ThreadPane } from './thread-pane.tsx'
import { TrafficDrawer } from './traffic-drawer.tsx'
import { useAddress } from './use-address.ts'
import { useUnread } from './use-unread.ts'

/** Sidebar, channel or Home, thread and traffic, side by side. */
export function Workspace({
  theme,
  status,
  onBecome,
}: {
  readonly theme: Theme
  readonly status: string
  readonly onBecome: (user: string) => void
}): ReactNode {
  const { view, words, say } = usePage()
  const address = useAddress()
  const [isSideOpen, setIsSideOpen] = useState(false)
  const [isTrafficOpen, setIsTrafficOpen] = useState(false)
  const composer = useRef<ComposerHandle>(null)
  const wanted = address.kind === 'channel' ? address : undefined
  const channel = view.channels.find(({ id }) => id === wanted?.channelId) ?? view.channels[0]
  const channelId = channel?.id ?? ''
  const threadTs = wanted && threadOf(wanted, view.messages)
  const thread = useThread(channelId, threadTs)
  const unread = useUnread(view, address.kind === 'home' ? '' : channelId)

  useEffect(() => {
    document.title = channel === undefined ? view.team : `${channel.name || 'eksip'} · ${view.team}`
  }, [channel, view.team])

  useEscape(() => {
    // In a narrow window the traffic lies over the thread, unless one is writing there.
    const isInThread = document.activeElement?.closest('.thread') !== null
    if (isSideOpen) setIsSideOpen(false)
    else if (isTrafficOpen && !isInThread) setIsTrafficOpen(false)
    else if (threadTs !== undefined) thread.close()
    else setIsTrafficOpen(false)
  })

  function chooseExample(line: string, place: ExampleGroup['place']) {
    if (place === 'channel') return composer.current?.fill(line)
    const answers = mainMessages(view.messages, channelId).filter(
      ({ userId, visibleTo }) => userId === view.botUserId && visibleTo === undefined,
    )
    const ts = threadTs ?? answers.at(-1)?.ts
    if (ts === undefined) return say(words.answerFirst)
    return thread.open(ts, line)
  }

  const sideButton = (
    <button
      type="button"
      className="button sign side-button"
      aria-label={words.channels}
      aria-expanded={isSideOpen}
      aria-controls="side"
      onClick={() => setIsSideOpen(!isSideOpen)}
    >
      ☰
    </button>
  )

  return (
    <div className={isSideOpen ? 'workspace side-open' : 'workspace'}>
      {address.kind === 'channel' && (
        <a
          className="skip"
          href="#line"
          onClick={(event) => {
            event.preventDefault()
            composer.current?.focus()
          }}
        >
          {words.skipToBox}
        </a>
      )}
      <div className="shade" onClick={() => setIsSideOpen(false)} />
      <Sidebar
        address={address}
        channelId={channelId}
        unread={unread}
        theme={theme}
        onBecome={onBecome}
        onLeave={() => setIsSideOpen(false)}
      />
      <main>
        {address.kind === 'home' && <Home>{sideButton}</Home>}
        {address.kind === 'channel' && channel !== undefined && (
          <ChannelPane
            key={channel.id}
            channel={channel}
            scrollTo={wanted?.ts}
            composer={composer}
            isTrafficOpen={isTrafficOpen}
            onTraffic={() => setIsTrafficOpen(!isTrafficOpen)}
            onThread={(ts) => thread.open(ts)}
            onExample={chooseExample}
          >
            {sideButton}
          </ChannelPane>
        )}
        <p className="status" role="status">
          {status}
        </p>
      </main>
      {channel !== undefined && threadTs !== undefined && (
        <ThreadPane
          key={threadTs}
          channel={channel}
          threadTs={threadTs}
          scrollTo={wanted?.ts}
          onClose={thread.close}
          composer={thread.composer}
        />
      )}
      {isTrafficOpen && <TrafficDrawer onClose={() => setIsTrafficOpen(false)} />}
      <Modals channelId={channelId} />
    </div>
  )
}

/** The thread that an address means: the one that it names, or that of a reply it points at. */
function threadOf(
  {
    threadTs,
    ts,
    channelId,
  }: {
    readonly threadTs?: string | undefined
    readonly ts?: string | undefined
    readonly channelId: Channel['id']
  },
  messages: ReturnType<typeof usePage>['view']['messages'],
): string | undefined {
  if (threadTs !== undefined || ts === undefined) return threadTs
  return messages.find((message) => message.channelId === channelId && message.ts === ts)?.threadTs
}

type Thread = {
  readonly composer: { current: ComposerHandle | null }
  readonly open: (ts: string, line?: string) => void
  readonly close: () => void
}

/** Opens and closes the thread; closed, it gives the focus back to where it was. */
function useThread(channelId: string, threadTs: string | undefined): Thread {
  const composer = useRef<ComposerHandle>(null)
  const before = useRef<Element | null>(null)
  const pendingLine = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (pendingLine.current !== undefined) composer.current?.fill(pendingLine.current)
    pendingLine.current = undefined
  }, [threadTs])
  return {
    composer,
    open(ts: string, line?: string) {
      if (ts === threadTs) {
        if (line !== undefined) composer.current?.fill(line)
        return
      }
      before.current = document.activeElement
      pendingLine.current = line
      location.hash = formatAddress({ kind: 'channel', channelId, threadTs: ts })
    },
    close() {
      location.hash = formatAddress({ kind: 'channel', channelId })
      if (before.current instanceof HTMLElement) before.current.focus()
    },
  }
}

/** Calls back for an Escape that no menu, list or dialog took. */
function useEscape(callback: () => void): void {
  const newest = useRef(callback)
  newest.current = callback
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTaken = event.defaultPrevented || document.querySelector('dialog[open]') !== null
      if (event.key === 'Escape' && !isTaken) newest.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'

import type { Message } from '../state/model.ts'
import { isContinuation, repliesTo } from './conversation.ts'
import { MessageRow } from './message-row.tsx'
import { usePage } from './page-context.ts'

/** How near to its end, in pixels, a log must be to follow new messages. */
const followingPx = 120

/** Messages, oldest first. New ones are announced, and followed by one who is at the end. */
export function MessageLog({
  label,
  messages,
  scrollTo,
  onThread,
  empty,
}: {
  readonly label: string
  readonly messages: readonly Message[]
  /** The message to bring into view. */
  readonly scrollTo?: string | undefined
  readonly onThread?: (ts: string) => void
  /** What stands here when there is no message. */
  readonly empty?: ReactNode
}): ReactNode {
  const { view } = usePage()
  const log = useRef<HTMLDivElement>(null)
  useFollowing(log, messages, view.me)
  useEffect(() => {
    if (scrollTo === undefined) return
    const row = log.current?.querySelector(`[data-ts="${CSS.escape(scrollTo)}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.classList.add('pointed-at')
  }, [scrollTo])
  return (
    <div className="log" role="log" aria-label={label} tabIndex={0} ref={log}>
      {messages.length === 0 && empty}
      <ol>
        {messages.map((message, index) => (
          <MessageRow
            key={message.ts}
            message={message}
            isContinuation={isContinuation(messages[index - 1], message)}
            replies={onThread ? repliesTo(view.messages, message.channelId, message.ts) : []}
            onThread={onThread && (() => onThread(message.ts))}
          />
        ))}
      </ol>
    </div>
  )
}

/** Scrolls to the end at first, for own messages, and for others while the end is in sight. */
function useFollowing(
  log: { readonly current: HTMLElement | null },
  messages: readonly Message[],
  me: string,
): void {
  const isFollowing = useRef(true)
  const newest = messages.at(-1)
  const isOwn = newest?.userId === me
  useEffect(() => {
    const { current } = log
    const update = () => {
      if (current === null) return
      const { scrollHeight, scrollTop, clientHeight } = current
      isFollowing.current = scrollHeight - scrollTop - clientHeight < followingPx
    }
    current?.addEventListener('scroll', update)
    return () => current?.removeEventListener('scroll', update)
  }, [log])
  useLayoutEffect(() => {
    const { current } = log
    if (current === null || newest === undefined) return
    if (isFollowing.current || isOwn) current.scrollTop = current.scrollHeight
  }, [log, messages, newest, isOwn])
}

import type { ReactNode } from 'react'

import type { Message, User } from '../state/model.ts'
import { Avatar } from './avatar.tsx'
import { OwnBlockSurface } from './block-surface.tsx'
import { FileList } from './file-list.tsx'
import { Menu } from './menu.tsx'
import { findUser, usePage } from './page-context.ts'
import { Mrkdwn } from './text.tsx'

/** One message: who, when, what, and what can be done with it. */
export function MessageRow({
  message,
  isContinuation,
  replies,
  onThread,
}: {
  readonly message: Message
  /** Drawn without its author, who is that of the message above. */
  readonly isContinuation: boolean
  readonly replies: readonly Message[]
  /** Opens the thread of the message; not given within a thread. */
  readonly onThread?: (() => void) | undefined
}): ReactNode {
  const { view, words } = usePage()
  const author = findUser(view, message.userId)
  const isPrivate = message.visibleTo !== undefined
  const classes = ['message', isPrivate && 'ephemeral', isContinuation && 'continued']
  return (
    <li className={classes.filter(Boolean).join(' ')} data-ts={message.ts}>
      {isContinuation ? <span className="avatar-space" /> : <Avatar user={author} />}
      <div className="body">
        {isPrivate && <p className="private">{words.onlyYou}</p>}
        <Head message={message} author={author} isHidden={isContinuation} />
        <Content message={message} />
        {replies.length > 0 && onThread && <ReplyCount replies={replies} onThread={onThread} />}
      </div>
      {!isPrivate && <Tools message={message} onThread={onThread} />}
    </li>
  )
}

function Head({
  message,
  author,
  isHidden,
}: {
  readonly message: Message
  readonly author: User
  readonly isHidden: boolean
}) {
  const { me, words } = usePage()
  const { locale } = me
  const at = new Date(Number(message.ts) * 1000)
  const time = at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
  return (
    <p className={isHidden ? 'head unseen' : 'head'}>
      <strong>{author.realName}</strong>
      {author.isBot && <span className="app">{words.app}</span>}
      <time dateTime={at.toISOString()} title={at.toLocaleString(locale)}>
        {time}
      </time>
    </p>
  )
}

/** Blocks where there are any, in the text's place; then files and what links unfold to. */
function Content({ message }: { readonly message: Message }) {
  const { channelId, ts, blocks, text, unfurls = [], fileIds = [], editedTs } = message
  const place = { kind: 'message', channel: channelId, ts } as const
  const { words } = usePage()
  return (
    <div className="content">
      {blocks.length === 0 ? (
        text !== '' && <Mrkdwn text={text} />
      ) : (
        <OwnBlockSurface blocks={blocks} place={place} channelId={channelId} />
      )}
      {editedTs !== undefined && <span className="edited">{words.edited}</span>}
      <FileList ids={fileIds} />
      {unfurls.map((unfurl) => (
        <blockquote className="unfurl" key={unfurl.url}>
          {unfurl.blocks.length === 0 ? (
            <Mrkdwn text={unfurl.text} />
          ) : (
            <OwnBlockSurface blocks={unfurl.blocks} place={place} channelId={channelId} />
          )}
        </blockquote>
      ))}
    </div>
  )
}

function ReplyCount({
  replies,
  onThread,
}: {
  readonly replies: readonly Message[]
  readonly onThread: () => void
}) {
  const { view, words } = usePage()
  const authors = [...new Set(replies.map(({ userId }) => userId))]
  return (
    <button type="button" className="replies" onClick={onThread}>
      {authors.slice(0, 3).map((id) => (
        <Avatar key={id} user={findUser(view, id)} />
      ))}
      {words.replies(replies.length)}
    </button>
  )
}

function Tools({
  message,
  onThread,
}: {
  readonly message: Message
  readonly onThread?: (() => void) | undefined
}) {
  const { view, words, act, say } = usePage()
  const { channelId: channel, ts } = message
  const shortcuts = view.shortcuts.filter(({ type }) => type === 'message')
  const items = [
    ...shortcuts.map(({ name, description, callback_id: callbackId }) => ({
      label: name,
      about: description,
      run: () => void act('shortcut', { callbackId, message: { channel, ts } }),
    })),
    {
      label: words.copyLink,
      run() {
        const link = `${location.origin}/archives/${channel}/p${ts.replace('.', '')}`
        void navigator.clipboard.writeText(link).then(() => say(words.linkCopied))
      },
    },
  ]
  return (
    <div className="tools" role="group" aria-label={words.messageActions}>
      {onThread && (
        <button
          type="button"
          className="button sign"
          title={words.replyInThread}
          aria-label={words.replyInThread}
          onClick={onThread}
        >
          💬
        </button>
      )}
      <Menu label={words.moreActions} sign="⋮" items={items} />
    </div>
  )
}

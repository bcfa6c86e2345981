import type { ReactNode } from 'react'

import type { Channel } from '../state/model.ts'
import { formatAddress, type Address } from './address.ts'
import { channelLabel } from './channel-label.ts'
import { usePage } from './page-context.ts'
import type { Theme } from './theme.ts'

/** The channels, the app, and who one is. */
export function Sidebar({
  address,
  channelId,
  unread,
  theme,
  onBecome,
  onLeave,
}: {
  readonly address: Address
  readonly channelId: string
  /** How many messages are new, by channel. */
  readonly unread: ReadonlyMap<string, number>
  readonly theme: Theme
  readonly onBecome: (user: string) => void
  /** Called when something was chosen: on a phone the sidebar goes away. */
  readonly onLeave: () => void
}): ReactNode {
  const { view, words } = usePage()
  const isHome = address.kind === 'home'
  const open = view.channels.filter(({ isArchived }) => !isArchived)
  const item = (channel: Channel) => (
    <ChannelLink
      key={channel.id}
      channel={channel}
      isCurrent={!isHome && channel.id === channelId}
      unread={unread.get(channel.id) ?? 0}
      onLeave={onLeave}
    />
  )
  return (
    <div className="side" id="side">
      <div className="team">
        <p className="team-name">{view.team}</p>
        <p className="soft">{words.aboutTeam}</p>
      </div>
      <nav aria-label={words.channels}>
        <h2>{words.channels}</h2>
        <ul>{open.filter(({ kind }) => kind !== 'direct').map(item)}</ul>
        <h2>{words.directMessages}</h2>
        <ul>{open.filter(({ kind }) => kind === 'direct').map(item)}</ul>
        <h2>{words.apps}</h2>
        <ul>
          <li>
            <a
              href={formatAddress({ kind: 'home' })}
              aria-current={isHome ? 'page' : undefined}
              onClick={onLeave}
            >
              ⌂ {words.home}
            </a>
          </li>
        </ul>
      </nav>
      <Settings theme={theme} onBecome={onBecome} />
    </div>
  )
}

function ChannelLink({
  channel,
  isCurrent,
  unread,
  onLeave,
}: {
  readonly channel: Channel
  readonly isCurrent: boolean
  readonly unread: number
  readonly onLeave: () => void
}) {
  const { words } = usePage()
  return (
    <li>
      <a
        href={formatAddress({ kind: 'channel', channelId: channel.id })}
        aria-current={isCurrent ? 'page' : undefined}
        className={unread > 0 ? 'unread' : undefined}
        onClick={onLeave}
      >
        {channelLabel(channel)}
        {unread > 0 && (
          <span className="count">
            {unread}
            <span className="unseen"> {words.unread}</span>
          </span>
        )}
      </a>
    </li>
  )
}

const locales = ['en-US', 'en-GB', 'fr-FR']

function Settings({
  theme,
  onBecome,
}: {
  readonly theme: Theme
  readonly onBecome: (user: string) => void
}) {
  const { view, me, words, act } = usePage()
  return (
    <div className="settings" role="group" aria-label={words.settings}>
      <label>
        {words.youAre}
        <select value={me.name} onChange={({ target }) => onBecome(target.value)}>
          {view.users
            .filter(({ isBot }) => !isBot)
            .map(({ id, name, realName }) => (
              <option key={id} value={name}>
                {realName}
              </option>
            ))}
        </select>
      </label>
      <label>
        {words.language}
        <select
          value={me.locale}
          onChange={({ target }) => void act('language', { locale: target.value })}
        >
          {[...new Set([...locales, me.locale])].map((locale) => (
            <option key={locale} value={locale}>
              {nameOfLanguage(locale)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.colours}
        <select
          value={theme.choice}
          onChange={({ target: { value } }) =>
            theme.choose(value === 'light' || value === 'dark' ? value : 'system')
          }
        >
          <option value="system">{words.coloursOfSystem}</option>
          <option value="light">{words.light}</option>
          <option value="dark">{words.dark}</option>
        </select>
      </label>
    </div>
  )
}

function nameOfLanguage(locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
}

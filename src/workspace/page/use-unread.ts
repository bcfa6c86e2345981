import { useEffect, useState } from 'react'

import type { View } from '../http/page-contract.ts'
import { countUnread, newestTs } from './conversation.ts'

type Seen = Readonly<Record<string, string>>

/**
 * How many messages are new in each channel but the open one. What was seen is kept in this
 * browser for each user; to somebody who is here for the first time nothing is new.
 */
export function useUnread(view: View, openChannelId: string): ReadonlyMap<string, number> {
  const name = `eksip.seen.${view.me}`
  const [seen, setSeen] = useState<{ readonly name: string; readonly ts: Seen }>()
  const ts = seen?.name === name ? seen.ts : read(name, view)
  const newest = newestTs(view.messages, openChannelId)
  useEffect(() => {
    const next = newest === undefined ? ts : { ...ts, [openChannelId]: newest }
    localStorage.setItem(name, JSON.stringify(next))
    setSeen({ name, ts: next })
    // `ts` follows from the others.
  }, [name, openChannelId, newest])
  return new Map(
    view.channels
      .filter(({ id }) => id !== openChannelId)
      .map(({ id }) => [id, countUnread(view.messages, id, view.me, ts[id])]),
  )
}

function read(name: string, view: View): Seen {
  const stored = localStorage.getItem(name)
  if (stored !== null) return JSON.parse(stored)
  const now = view.messages.at(-1)?.ts ?? '0'
  return Object.fromEntries(view.channels.map(({ id }) => [id, now]))
}

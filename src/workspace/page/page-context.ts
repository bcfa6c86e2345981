import type { ConfirmationDialog } from '@slack/types'
import { createContext, useContext } from 'react'

import type { PageRequests, View } from '../http/page-contract.ts'
import type { User } from '../state/model.ts'
import type { Words } from '../words/words.ts'
import type { AnswerTo, Unreachable } from './connection.ts'

/** What every part of the page may use. */
export type PageContext = {
  readonly view: View
  readonly me: User
  readonly theme: 'light' | 'dark'
  /** The page's own words, in the language of `me`. */
  readonly words: Words
  /** Sends what the user does. A failure is told in the status line, too. */
  readonly act: <Name extends keyof PageRequests>(
    name: Name,
    body: Omit<PageRequests[Name], 'user'>,
  ) => Promise<AnswerTo<Name> | Unreachable>
  /** Asks before something is done. */
  readonly confirm: (dialog: ConfirmationDialog) => Promise<boolean>
  /** Tells something in the status line; an empty text clears it. */
  readonly say: (words: string) => void
}

export const Page = createContext<PageContext | undefined>(undefined)

/** The page that a component is in. */
export function usePage(): PageContext {
  const page = useContext(Page)
  if (page === undefined) throw new Error('drawn outside of the page')
  return page
}

/** A user by id; somebody who is not known is drawn by their id. */
export function findUser(view: View, id: string): User {
  const unknown = { id, name: id, realName: id, locale: 'en-US', isBot: false, isAdmin: false }
  return view.users.find((user) => user.id === id) ?? unknown
}

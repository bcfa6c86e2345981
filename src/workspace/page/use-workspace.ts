import { useEffect, useState } from 'react'

import type { View } from '../http/page-contract.ts'
import { follow } from './connection.ts'
import { applyChange } from './view-state.ts'

/** What one user sees of the workspace, kept up to date. */
export type Followed = {
  /** Undefined until it came for the first time. */
  readonly view: View | undefined
  /** Whether the connection is broken right now. */
  readonly isLost: boolean
}

/** Follows the workspace; `onStranger` is called when it does not know the user. */
export function useWorkspace(user: string, onStranger: () => void): Followed {
  const [view, setView] = useState<View | undefined>()
  const [isLost, setIsLost] = useState(false)
  const [joined, setJoined] = useState(0)
  useEffect(
    () =>
      follow(user, {
        view(next) {
          setView(next)
          setIsLost(false)
        },
        change(change) {
          // Messages of a channel that was closed to this user come with a whole new view.
          if (change.kind === 'channel' && change.channel.kind !== 'public') {
            setJoined((count) => count + 1)
          }
          // The examples speak the language of the one who looks.
          if (change.kind === 'user' && change.user.name === user) setJoined((count) => count + 1)
          setView((before) => before && applyChange(before, change))
        },
        lost(isFinal) {
          setIsLost(true)
          if (isFinal) onStranger()
        },
      }),
    // `onStranger` is a new function at each drawing and means the same each time.
    [user, joined],
  )
  return { view, isLost }
}

import type { ReactNode } from 'react'

import type { User } from '../state/model.ts'

/** A user's picture: their initial on a colour of their own. */
export function Avatar({ user }: { readonly user: User }): ReactNode {
  return (
    <span className={`avatar of-${user.name}`} aria-hidden="true">
      {user.isBot ? '⎔' : user.realName.charAt(0)}
    </span>
  )
}

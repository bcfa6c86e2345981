import { useEffect, type ReactNode } from 'react'

import { OwnBlockSurface } from './block-surface.tsx'
import { usePage } from './page-context.ts'

/** The App Home. Opening it tells the app, which may then publish a view. */
export function Home({ children }: { readonly children: ReactNode }): ReactNode {
  const { view, me, words, act } = usePage()
  const { home } = view
  useEffect(() => {
    void act('home', {})
    // Once for each user and language, not for each step of the view, which makes a new `act`.
  }, [me.id, me.locale])
  return (
    <>
      <header className="pane-head">
        {children}
        <h1>{words.home}</h1>
      </header>
      <div className="home" tabIndex={0} role="region" aria-label={words.home}>
        {home === null ? (
          <p className="soft">{words.noHome}</p>
        ) : (
          <OwnBlockSurface
            key={home.id}
            blocks={home.blocks}
            place={{ kind: 'view', viewId: home.id }}
            channelId=""
          />
        )}
      </div>
    </>
  )
}

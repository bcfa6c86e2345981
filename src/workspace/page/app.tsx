import { useEffect, useState, type ReactNode } from 'react'

import type { PageRequests, View } from '../http/page-contract.ts'
import { wordsFor, type Words } from '../words/words.ts'
import { useStored } from './browser-storage.ts'
import { useConfirm } from './confirm-dialog.tsx'
import { send } from './connection.ts'
import { describeFailure } from './failure.ts'
import { findUser, Page, type PageContext } from './page-context.ts'
import { useTheme, type Theme } from './theme.ts'
import { useWorkspace } from './use-workspace.ts'
import { Workspace } from './workspace.tsx'

/** Whom a first visitor is. */
const firstUser = 'ada'

/** After this time without an answer the page says that it waits, in milliseconds. */
const patienceMs = 400

/** The whole page: it follows the workspace as the chosen user. */
export function App(): ReactNode {
  const [user, become] = useStored('user', firstUser)
  const { view, isLost } = useWorkspace(user, () => become(firstUser))
  const theme = useTheme()
  if (view === undefined) {
    const words = wordsFor(navigator.language)
    return (
      <main className="loading">
        <h1>eksip local</h1>
        <p role="status">{isLost ? words.noAnswer : words.opening}</p>
      </main>
    )
  }
  return <Opened view={view} isLost={isLost} theme={theme} onBecome={become} />
}

function Opened({
  view,
  isLost,
  theme,
  onBecome,
}: {
  readonly view: View
  readonly isLost: boolean
  readonly theme: Theme
  readonly onBecome: (user: string) => void
}) {
  const [status, say] = useState('')
  const { confirm, drawn } = useConfirm()
  const me = findUser(view, view.me)
  const words = wordsFor(me.locale)
  useEffect(() => {
    document.documentElement.lang = me.locale
  }, [me.locale])
  const context: PageContext = {
    view,
    me,
    words,
    theme: theme.shown,
    say,
    confirm,
    act: (name, body) => act(view.me, name, body, { say, words }),
  }
  const shownStatus = isLost ? `${words.connectionLost} ${status}` : status
  return (
    <Page value={context}>
      <Workspace theme={theme} status={shownStatus} onBecome={onBecome} />
      {drawn}
    </Page>
  )
}

/** Sends, and says so when it takes long or fails. A modal tells its own failures. */
async function act<Name extends keyof PageRequests>(
  user: string,
  name: Name,
  body: Omit<PageRequests[Name], 'user'>,
  { say, words }: { readonly say: (sentence: string) => void; readonly words: Words },
) {
  const timer = setTimeout(() => say(words.waitingForBot), patienceMs)
  const answer = await send(name, user, body)
  clearTimeout(timer)
  say(answer.ok || name === 'submit' ? '' : describeFailure(answer.error, words))
  return answer
}

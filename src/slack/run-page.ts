import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Asker, History } from '../history/history.ts'
import { languageOf, WORDS } from '../words/words.ts'
import type { Clients } from './clients.ts'
import { lookUp } from './look-up.ts'
import { linkedRun, type LinkedRun, type RunLinks } from './run-links.ts'

export interface RunPageOptions {
  readonly history: Pick<History, 'posted'>
  readonly clients: Clients
  readonly links: RunLinks
  readonly now: () => Date
}

/** A browser waits longer than Slack, but not for ever. */
const WITHIN_MS = 4_000
const KEEP_MS = 10 * 60 * 1_000
/** Meanwhile a reply may be posted. */
const KEEP_NOTHING_MS = 10_000
const MOST_PAGES = 5_000
/** Whoever opens many addresses shall not keep the database busy; all others find a page without a way on. */
const MOST_AT_ONCE = 4

/**
 * Answers the addresses of runs, and leaves all other requests to `listener`. An address leads to the
 * run's message in Slack, which shows it to whom it may; where that is not known, to a page that says
 * which run it is. Nobody is signed in here, so nothing of a run is told, and a private one is not there.
 * Whoever guesses an address finds that page, too, whether there is such a run or not.
 */
export function withRunPages(listener: RequestListener, options: RunPageOptions): RequestListener {
  const find = postedMessages(options)
  const lead = async (run: LinkedRun, request: IncomingMessage, response: ServerResponse) => {
    const isGivenOut = options.links.isGivenOut(pathOf(request), run)
    const address = isGivenOut ? await find(`${run.workspace} ${run.number}`) : ''
    if (address === '') sendPage(run, request, response)
    else response.writeHead(302, { location: address, ...HEADERS }).end()
  }
  return (request, response) => {
    const run = request.method === 'GET' ? linkedRun(pathOf(request)) : null
    if (run === null) return listener(request, response)
    void lead(run, request, response)
  }
}

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?')[0] ?? ''
}

/** The address of each run's message; empty where there is none for everybody. */
function postedMessages({ history, clients, now }: RunPageOptions) {
  let busy = 0
  return lookUp<string>({
    async ask(key) {
      const [workspace = '', number = ''] = key.split(' ')
      if (busy >= MOST_AT_ONCE) throw new Error('too many addresses at once')
      busy += 1
      try {
        const address = await messageAddress(
          { workspace, number: Number(number) },
          history,
          clients,
        )
        if (address === null) throw new Error('no message that everybody may know of')
        return address
      } finally {
        busy -= 1
      }
    },
    otherwise: '',
    withinMs: WITHIN_MS,
    keepMs: KEEP_MS,
    keepFailureMs: KEEP_NOTHING_MS,
    most: MOST_PAGES,
    now: () => now().getTime(),
  })
}

async function messageAddress(
  { workspace, number }: LinkedRun,
  history: RunPageOptions['history'],
  clients: Clients,
): Promise<string | null> {
  const posted = await history.posted(anybodyOf(workspace), number)
  if (posted === null) return null
  const { channel, timestamp } = posted
  const client = await clients.of(workspace)
  const { permalink } = await client.chat.getPermalink({ channel, message_ts: timestamp })
  return permalink ?? null
}

/** Somebody who is in no channel, and has asked nothing. */
function anybodyOf(workspace: string): Asker {
  return {
    workspace,
    channel: '',
    thread: null,
    isPrivate: true,
    author: '',
    authorName: null,
    isAdmin: false,
  }
}

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
} as const

/** Both come from a path that holds letters and digits only. */
function sendPage(
  { workspace, number }: LinkedRun,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const language = languageOf(request.headers['accept-language'] ?? '')
  const { about, how } = WORDS[language].slack.page
  const run = `#${number}`
  const page = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>eksip ${run}</title>
<main>
<h1>eksip ${run}</h1>
<p>${about(run, workspace)}</p>
<p>${how} <code>/eksip show ${run}</code></p>
</main>
</html>
`
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    ...HEADERS,
  })
  response.end(page)
}

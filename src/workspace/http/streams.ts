import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Core } from '../core.ts'
import { notices, requireUser } from '../state/lookup.ts'
import type { Change } from '../state/model.ts'
import type { PageChange } from './page-contract.ts'
import { fileEntry, viewOf } from './view.ts'

/** A connection on which events go to the page. */
export type Stream = { readonly request: IncomingMessage; readonly response: ServerResponse }

/** Streams a user's view, then every change that they notice, as server-sent events. */
export function streamChanges(core: Core, stream: Stream, userName: string): void {
  const user = requireUser(core.live.current(), userName)
  const send = begin(stream)
  send('view', viewOf(core, user.id))
  const unsubscribe = core.live.subscribe((change) => {
    if (notices(core.live.current(), change, user.id)) send('change', pageChange(change))
  })
  stream.request.on('close', unsubscribe)
}

/** Streams the kept traffic, then what comes. */
export function streamTraffic(core: Core, stream: Stream): void {
  const send = begin(stream)
  for (const entry of core.traffic.entries()) send('entry', entry)
  stream.request.on(
    'close',
    core.traffic.subscribe((entry) => send('entry', entry)),
  )
}

function begin({ response }: Stream): (event: string, data: unknown) => void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  // Something must come at once: a browser takes the stream for open after the first bytes.
  response.write(':\n\n')
  return (event, data) => void response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

/** A change as the page gets it: without a file's content, and without whose view it is. */
function pageChange(change: Change): PageChange {
  switch (change.kind) {
    case 'file':
      return { kind: 'file', file: fileEntry(change.file) }
    case 'modals':
      return { kind: 'modals', modals: change.modals }
    case 'home':
      return { kind: 'home', home: change.home }
    case 'posted':
    case 'changed':
    case 'deleted':
    case 'channel':
    case 'user':
      return change
  }
}

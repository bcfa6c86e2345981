import type { IncomingMessage, ServerResponse } from 'node:http'

import { z } from 'zod'

import { click } from '../click.ts'
import type { Core } from '../core.ts'
import { findMessage, findUser, notices, requireChannel, requireUser } from '../state/lookup.ts'
import { typeLine } from '../typed-line.ts'
import { viewOf } from './view.ts'

const typedLine = z.object({
  user: z.string(),
  channel: z.string(),
  text: z.string().min(1),
  threadTs: z.string().optional(),
})

const clickedElement = z.object({
  user: z.string(),
  channel: z.string(),
  ts: z.string(),
  element: z.string(),
  blockId: z.string().optional(),
  option: z.string().optional(),
})

/** What the page learns about something that it sent. */
export type PageAnswer = { readonly ok: boolean; readonly error?: string }

/** Sends what somebody typed into the page's composer. */
export async function typeFromPage(core: Core, body: unknown): Promise<PageAnswer> {
  const line = typedLine.parse(body)
  const state = core.live.current()
  const user = requireUser(state, line.user)
  const channel = requireChannel(state, line.channel, user.id)
  const { text, threadTs } = line
  await typeLine(core, { user, channel, text, threadTs, cause: core.newId() })
  return { ok: true }
}

/** Uses an element of a message that somebody clicked on the page. */
export async function clickFromPage(core: Core, body: unknown): Promise<PageAnswer> {
  const clicked = clickedElement.parse(body)
  const state = core.live.current()
  const user = requireUser(state, clicked.user)
  const channel = requireChannel(state, clicked.channel, user.id)
  const message = findMessage(state, channel.id, clicked.ts)
  if (message === undefined) return { ok: false, error: 'message_not_found' }
  const delivery = await click(core, {
    user,
    channel,
    message,
    target: clicked,
    cause: core.newId(),
  })
  return delivery.kind === 'failed' ? { ok: false, error: delivery.error } : { ok: true }
}

/** Streams a user's view, then every change that they notice, as server-sent events. */
export function streamChanges(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  userName: string,
): void {
  const user = findUser(core.live.current(), userName)
  if (user === undefined) return void response.writeHead(404).end()
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  const send = (event: string, data: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  send('view', viewOf(core, user.id))
  const unsubscribe = core.live.subscribe((change) => {
    if (notices(core.live.current(), change, user.id)) send('change', change)
  })
  request.on('close', unsubscribe)
}

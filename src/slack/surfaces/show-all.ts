import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { answer } from '../../answer.ts'
import { SHOW_ALL_ACTION } from '../../blocks/actions.ts'
import { furtherMessages } from '../../blocks/message.ts'
import { parse } from '../../command/parse.ts'
import type { Reply } from '../../reply/reply.ts'
import { visitorOf, type Caller } from '../asker.ts'
import { askerOfClick } from '../click.ts'
import type { ListenerContext } from '../context.ts'
import type { Listener } from '../listeners/listener.ts'
import { ButtonClick } from '../requests.ts'
import { respondTo } from '../respond.ts'
import { surroundings } from '../surroundings.ts'
import { deliver } from './say.ts'

/** A channel takes about one message a second. */
const BETWEEN_MS = 1_100
/** Slack takes no more replies by one response_url. */
const MOST_MESSAGES = 5

/** Commands that only read; whatever else a value holds is not asked. */
const READING = new Set(['show', 'compare', 'why', 'chart', 'apply', 'history', 'lineage'])

const Place = z.object({ message: z.object({ ts: z.string() }).optional() })

/** "Show all" below a reply that was too long for its message: the rest of it, in the thread. */
export const showAll: Listener = (app, context) => {
  app.action(SHOW_ALL_ACTION, ({ body, ack, context: bolt }) =>
    context.underWay.run(async () => {
      await ack()
      const read = ButtonClick.safeParse(body)
      if (!read.success) return
      const { response_url: responseUrl, actions } = read.data
      const caller = askerOfClick(read.data, bolt)
      const reply = await replyTo(actions[0].value, caller, context)
      if (!reply) return
      const thread = caller.thread ?? Place.parse(body).message?.ts ?? null
      await post(reply, { ...caller, thread }, responseUrl, context)
    }),
  )
}

async function replyTo(
  text: string,
  caller: Caller,
  context: ListenerContext,
): Promise<Reply | null> {
  const parsed = parse(text)
  if (!parsed.ok || !READING.has(parsed.value.kind)) return null
  const visitor = await visitorOf(caller, context)
  const request = { key: null, answerBy: null, delivery: null }
  const means = { ...surroundings(visitor, context), isCanonical: true }
  return answer(text, visitor.asker, request, { ...means, draw: (reply) => reply })
}

async function post(
  reply: Reply,
  caller: Caller,
  responseUrl: string | null,
  context: ListenerContext,
): Promise<void> {
  const { audience } = reply
  for (const [index, message] of furtherMessages(reply).slice(0, MOST_MESSAGES).entries()) {
    if (index > 0) await wait(BETWEEN_MS)
    const said = { kind: 'said', message, audience } as const
    if (responseUrl === null) await deliver(said, caller, null, context)
    else await respondTo(responseUrl, caller.thread, said)
  }
}

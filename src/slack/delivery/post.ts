import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import { message } from '../../blocks/message.ts'
import type { DueReply } from '../../history/outbox.ts'
import type { Reply } from '../../reply/reply.ts'
import { WORDS } from '../../words/words.ts'
import type { Clients } from '../clients.ts'
import type { ExpiringMap } from '../expiring-map.ts'
import { plainForm } from './plain-form.ts'
import { answerVerdict, callVerdict, httpVerdict, type Verdict } from './verdict.ts'

/** What became of a post. `ts` is the message in Slack, where Slack tells it. */
export type Posted = { readonly kind: 'sent'; readonly ts: string | null } | Verdict

export interface PostMeans {
  readonly clients: Clients
  /** What people write to invite the bot, such as `@eksip`. */
  readonly botName: string
  /** Who was told lately, and where, how the bot is invited. */
  readonly hinted: ExpiringMap<true>
}

/** Nobody needs to be told again within a day. */
const HINT_EVERY_MS = 24 * 60 * 60_000

/** As long as a call to the Web API. */
const RESPOND_WITHIN_MS = 4_000

const Taken = z.object({ ok: z.literal(true), ts: z.string() })

interface Content {
  readonly text: string
  readonly blocks?: readonly KnownBlock[]
}

/**
 * Posts a reply as the bot; where the bot is not in the channel, by the request's response_url, with
 * a hint for the asker, who gets it once a day in each channel. Never posts twice, and never fails.
 */
export async function post(due: DueReply, reply: Reply, means: PostMeans): Promise<Posted> {
  const content = contentOf(due, reply)
  const posted = await postAsBot(due, content, means)
  const { responseUrl } = due.delivery
  if (posted.kind !== 'unreachable' || responseUrl === null) return posted
  const responded = await respond(responseUrl, { ...content, ...placeOf(due) }, 'in_channel')
  if (responded.kind === 'sent') await hint(due, responseUrl, means)
  return responded
}

async function hint(due: DueReply, address: string, { botName, hinted }: PostMeans): Promise<void> {
  const { workspace, channel, author, delivery } = due
  const place = [workspace, channel, author].join(' ')
  // Nobody can be invited into a direct message of two.
  if (channel.startsWith('D') || hinted.get(place)) return
  hinted.set(place, true, HINT_EVERY_MS)
  await respond(address, { text: WORDS[delivery.language].slack.invite(botName) }, 'ephemeral')
}

function contentOf({ form }: DueReply, reply: Reply): Content {
  if (form === 'plain') return { text: plainForm(reply) }
  return message(reply)
}

async function postAsBot(due: DueReply, content: Content, { clients }: PostMeans): Promise<Posted> {
  try {
    const answer = await clients.call(due.delivery.installation, 'chat.postMessage', {
      channel: due.channel,
      ...content,
      ...placeOf(due),
      unfurl_links: false,
      unfurl_media: false,
    })
    const taken = Taken.safeParse(answer.body)
    return taken.success ? { kind: 'sent', ts: taken.data.ts } : answerVerdict(answer)
  } catch (error) {
    return callVerdict(error)
  }
}

function placeOf({ thread }: DueReply): { thread_ts?: string } {
  return thread === null ? {} : { thread_ts: thread }
}

async function respond(
  address: string,
  content: Content,
  response_type: 'in_channel' | 'ephemeral',
): Promise<Posted> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...content, response_type, replace_original: false }),
      signal: AbortSignal.timeout(RESPOND_WITHIN_MS),
    })
    return response.ok ? { kind: 'sent', ts: null } : httpVerdict(response.status)
  } catch (error) {
    return { kind: 'unknown', reason: String(error) }
  }
}

import type { App, types } from '@slack/bolt'
import type { Logger } from 'pino'
import { answer } from '../answer.ts'
import { ASK_ACTION, message } from '../blocks/message.ts'
import type { Asker, History } from '../history/history.ts'
import { NotKeptError } from '../history/not-kept.ts'
import type { Reply } from '../reply/reply.ts'
import type { Words } from '../words/words.ts'
import { withDeadline } from './deadline.ts'
import { ButtonClick, SlashCommand } from './requests.ts'
import { typedText } from './typed-text.ts'
import type { UnderWay } from './under-way.ts'

/** What the listeners work with. */
export interface ListenerContext {
  readonly history: History
  readonly words: Words
  readonly now: () => Date
  readonly logger: Logger
  readonly underWay: UnderWay
}

/** A message as the acknowledgement of a command or a response_url takes it. */
interface SlackReply {
  readonly response_type: 'in_channel' | 'ephemeral'
  readonly text: string
  readonly blocks: types.KnownBlock[]
}

/** After this much time from its arrival a request stores nothing any more. */
const STORE_WITHIN_MS = 2_000
/** Slack gives up after 3 s; by then it has been told what is known. */
const ANSWER_WITHIN_MS = 2_400
/** Nobody waits longer for the message after a click. */
const RESPOND_WITHIN_MS = 4_000

/**
 * Listens to slash commands and to the buttons of our replies. A request is acknowledged when its
 * answer is stored, not before: what Slack took for received is never lost.
 */
export function addListeners(app: App, context: ListenerContext): void {
  const { underWay } = context
  // Whatever its name: a workspace may rename the command, and Slack sends only ours here.
  app.command(/^\//, ({ command, ack, context: { arrivedAt } }) =>
    underWay.run(async () => {
      const read = SlashCommand.safeParse(command)
      if (!read.success) return ack(toAsker(context.words.reply.unreadable))
      const { team_id, channel_id, user_id, user_name, trigger_id, text } = read.data
      const asker = {
        workspace: team_id,
        channel: channel_id,
        author: user_id,
        authorName: user_name || null,
        requestKey: trigger_id,
      }
      await ack(await ask(typedText(text), asker, Number(arrivedAt), context))
    }),
  )

  app.action(ASK_ACTION, ({ body, ack, respond, context: { arrivedAt } }) =>
    underWay.run(async () => {
      const read = ButtonClick.safeParse(body)
      if (!read.success) return ack()
      const { team, channel, user, trigger_id, actions } = read.data
      const asker = {
        workspace: team.id,
        channel: channel.id,
        author: user.id,
        authorName: user.name ?? null,
        requestKey: trigger_id,
      }
      const reply = await ask(actions[0].value, asker, Number(arrivedAt), context)
      await ack()
      await withDeadline(respond({ ...reply, replace_original: false }), RESPOND_WITHIN_MS)
    }),
  )
}

/** The answer to a line, or what can be said instead, in time for Slack. */
async function ask(
  text: string,
  asker: Omit<Asker, 'answerBy'>,
  arrivedAt: number,
  context: ListenerContext,
): Promise<SlackReply> {
  const { history, words, now, logger } = context
  const answerBy = new Date(arrivedAt + STORE_WITHIN_MS)
  const left = arrivedAt + ANSWER_WITHIN_MS - now().getTime()
  // Whoever is late already (a slow look-up of the installation) is answered in vain.
  if (left <= 0) return toAsker(words.reply.tryAgain)
  try {
    const means = { history, words, now: now(), draw: slackReply }
    return await withDeadline(answer(text, { ...asker, answerBy }, means), left)
  } catch (error) {
    logger.error({ err: error }, 'a request was not answered')
    return toAsker(error instanceof NotKeptError ? words.reply.tryAgain : words.reply.mayBeKept)
  }
}

function toAsker(text: string): SlackReply {
  return { response_type: 'ephemeral', text, blocks: [] }
}

function slackReply(reply: Reply): SlackReply {
  const { text, blocks } = message(reply)
  const response_type = reply.audience === 'channel' ? 'in_channel' : 'ephemeral'
  return { response_type, text, blocks: [...blocks] }
}

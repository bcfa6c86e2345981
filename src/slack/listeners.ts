import type { App, BlockButtonAction, types } from '@slack/bolt'
import type { Logger } from 'pino'
import { answer } from '../answer.ts'
import { ASK_ACTION, message } from '../blocks/message.ts'
import type { Asker, History } from '../history/history.ts'
import type { Reply } from '../reply/reply.ts'
import type { Words } from '../words/words.ts'
import { withDeadline } from './deadline.ts'
import { typedText } from './typed-text.ts'

/** What the listeners work with. */
export interface ListenerContext {
  readonly history: History
  readonly words: Words
  readonly now: () => Date
  readonly logger: Logger
}

/** A message as the acknowledgement of a command or a response_url takes it. */
interface SlackReply {
  readonly response_type: 'in_channel' | 'ephemeral'
  readonly text: string
  readonly blocks: types.KnownBlock[]
}

/** Slack gives up after 3 s; what comes later than this would be answered in vain. */
const DEADLINE_MS = 2_400

/**
 * Listens to slash commands and to the buttons of our replies. A request is acknowledged when its
 * answer is stored, not before: what Slack took for received is never lost.
 */
export function addListeners(app: App, context: ListenerContext): void {
  // Whatever its name: a workspace may rename the command, and Slack sends only ours here.
  app.command(/^\//, async ({ command, ack }) => {
    const asker: Asker = {
      workspace: command.team_id,
      channel: command.channel_id,
      author: command.user_id,
      authorName: command.user_name,
      requestKey: command.trigger_id,
    }
    await ack(await ask(typedText(command.text), asker, context))
  })

  app.action<BlockButtonAction>(ASK_ACTION, async ({ body, action, ack, respond }) => {
    const asker: Asker = {
      workspace: body.team?.id ?? body.user.team_id ?? '',
      channel: body.channel?.id ?? body.user.id,
      author: body.user.id,
      authorName: body.user.name ?? null,
      requestKey: body.trigger_id,
    }
    const reply = await ask(action.value ?? '', asker, context)
    await ack()
    await respond({ ...reply, replace_original: false })
  })
}

async function ask(text: string, asker: Asker, context: ListenerContext): Promise<SlackReply> {
  const { history, words, now, logger } = context
  try {
    const answered = answer(text, asker, { history, words, now: now(), draw: slackReply })
    return await withDeadline(answered, DEADLINE_MS)
  } catch (error) {
    logger.error({ err: error }, 'a request was not answered')
    return { response_type: 'ephemeral', text: words.reply.tryAgain, blocks: [] }
  }
}

function slackReply(reply: Reply): SlackReply {
  const { text, blocks } = message(reply)
  const response_type = reply.audience === 'channel' ? 'in_channel' : 'ephemeral'
  return { response_type, text, blocks: [...blocks] }
}

import type { Context } from '@slack/bolt'
import { ask, type Question } from './ask.ts'
import type { ListenerContext } from './context.ts'
import { installationOf } from './installation.ts'
import { postSaid } from './post-said.ts'
import type { WrittenLine } from './requests.ts'
import { typedText } from './typed-text.ts'

export interface AnswerPlace {
  /** The root message of the thread where the answer goes, or `null` for the conversation itself. */
  readonly thread: string | null
  /** True where nobody else reads along: then whatever is said stays there, as messages do. */
  readonly isAlone: boolean
}

/**
 * Answers a line that somebody wrote as a message, once: Slack sends an event again until it is
 * acknowledged. What failed to be said is written to the log.
 */
export async function answerEvent(
  line: WrittenLine,
  { thread, isAlone }: AnswerPlace,
  bolt: Context,
  context: ListenerContext,
): Promise<void> {
  const { underWay, courier, files, logger } = context
  if (!context.events.isNew(line.event_id)) return
  const question = questionOf(line, thread, bolt)
  const answered = await ask(question, context)
  if (answered.kind === 'stored') return courier.deliver(answered.id, answered.reply)
  if (answered.kind === 'file') files.send(answered, question.caller, null)
  const said = isAlone ? { ...answered, audience: 'channel' as const } : answered
  // The event is acknowledged meanwhile.
  void underWay.run(() =>
    postSaid(said, question.caller, context).catch((error: unknown) => {
      logger.warn({ err: error }, 'an answer to a message was not delivered')
    }),
  )
}

function questionOf(
  { team_id, event_id, event }: WrittenLine,
  thread: string | null,
  bolt: Context,
): Question {
  return {
    text: typedText(withoutMention(event.text, bolt.botUserId)),
    key: event_id,
    responseUrl: null,
    arrivedAt: Number(bolt['arrivedAt']),
    caller: {
      installation: installationOf(bolt, team_id),
      workspace: team_id,
      channel: event.channel,
      channelName: null,
      thread,
      user: event.user,
      userName: null,
    },
  }
}

/** The line around the bot's own mention; who else is mentioned stays. */
function withoutMention(text: string, botUserId = ''): string {
  return text.replaceAll(new RegExp(`<@${botUserId}(?:\\|[^<>]*)?>`, 'g'), ' ').trim()
}

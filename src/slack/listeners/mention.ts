import type { Context } from '@slack/bolt'
import { ask, type Question } from '../ask.ts'
import { installationOf } from '../installation.ts'
import { postSaid } from '../post-said.ts'
import { AppMention } from '../requests.ts'
import { typedText } from '../typed-text.ts'
import type { Listener } from './listener.ts'

/**
 * `@eksip …` in a channel or a thread: the grammar of the command. The answer goes into the thread;
 * a mention in the channel itself begins one. Slack sends an event again until it is acknowledged.
 */
export const mention: Listener = (app, context) => {
  const { underWay, courier, files, logger } = context
  app.event('app_mention', ({ body, context: bolt }) =>
    underWay.run(async () => {
      const read = AppMention.safeParse(body)
      if (!read.success || read.data.event.bot_id !== undefined) return
      if (!context.events.isNew(read.data.event_id)) return
      const question = questionOf(read.data, bolt)
      const answered = await ask(question, context)
      if (answered.kind === 'stored') return courier.deliver(answered.id, answered.reply)
      if (answered.kind === 'file') files.send(answered, question.caller, null)
      // The event is acknowledged meanwhile.
      void underWay.run(() =>
        postSaid(answered, question.caller, context).catch((error: unknown) => {
          logger.warn({ err: error }, 'an answer to a mention was not delivered')
        }),
      )
    }),
  )
}

function questionOf({ team_id, event_id, event }: AppMention, bolt: Context): Question {
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
      thread: event.thread_ts ?? event.ts,
      user: event.user,
      userName: null,
    },
  }
}

/** The line around the bot's own mention; who else is mentioned stays. */
function withoutMention(text: string, botUserId = ''): string {
  return text.replaceAll(new RegExp(`<@${botUserId}(?:\\|[^<>]*)?>`, 'g'), ' ').trim()
}

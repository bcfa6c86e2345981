import { answerEvent } from '../answer-event.ts'
import { WrittenLine } from '../requests.ts'
import type { Listener } from './listener.ts'

/**
 * `@eksip …` in a channel or a thread: the grammar of the command. The answer goes into the thread;
 * a mention in the channel itself begins one.
 */
export const mention: Listener = (app, context) => {
  app.event('app_mention', ({ body, context: bolt }) =>
    context.underWay.run(async () => {
      const read = WrittenLine.safeParse(body)
      if (!read.success || read.data.event.bot_id !== undefined) return
      const { ts, thread_ts } = read.data.event
      await answerEvent(read.data, { thread: thread_ts ?? ts, isAlone: false }, bolt, context)
    }),
  )
}

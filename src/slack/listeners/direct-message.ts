import { answerEvent } from '../answer-event.ts'
import { DirectMessage } from '../requests.ts'
import type { Listener } from './listener.ts'

/**
 * Plain words in the direct message with the bot: a line as after the command. A direct message is
 * a conversation, so the answer comes in it, or in the thread where it was asked.
 */
export const directMessage: Listener = (app, context) => {
  // Bolt hears messages of all kinds under one name.
  app.event('message', ({ body, context: bolt }) =>
    context.underWay.run(async () => {
      const read = DirectMessage.safeParse(body)
      if (!read.success) return
      const { user, text, thread_ts: thread = null } = read.data.event
      if (user === bolt.botUserId || (thread === null && isCommand(text))) return
      await answerEvent(read.data, { thread, isAlone: true }, bolt, context)
    }),
  )
}

/** A command comes by itself already, and its acknowledgement shows the typed line as a message. */
function isCommand(text: string): boolean {
  return /^\/\S/.test(text)
}

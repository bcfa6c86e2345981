import type { Answered } from '../ask.ts'
import type { Caller } from '../asker.ts'
import type { ListenerContext } from '../context.ts'
import { postSaid } from '../post-said.ts'
import { respondTo } from '../respond.ts'

/**
 * Delivers the answer to a form, which has no message of its own to answer to: by the outbox, by the
 * response_url of whatever opened it, or else as the bot. A failure is written to the log.
 */
export async function deliver(
  answered: Answered,
  caller: Caller,
  responseUrl: string | null,
  context: ListenerContext,
): Promise<void> {
  if (answered.kind === 'stored') return context.courier.deliver(answered.id, answered.reply)
  if (answered.kind === 'file') context.files.send(answered, caller, responseUrl)
  try {
    await (responseUrl === null
      ? postSaid(answered, caller, context)
      : respondTo(responseUrl, caller.thread, answered))
  } catch (error) {
    context.logger.warn({ err: error }, 'the answer to a form was not delivered')
  }
}

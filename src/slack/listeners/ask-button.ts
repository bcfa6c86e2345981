import { ASK_ACTION } from '../../blocks/message.ts'
import { ask } from '../ask.ts'
import { ButtonClick } from '../requests.ts'
import { askerOfClick } from '../click.ts'
import { respondTo } from '../respond.ts'
import type { Listener } from './listener.ts'

/** Buttons that ask a line. The answer goes where the message with the button stands. */
export const askButton: Listener = (app, context) => {
  const { underWay, courier, files } = context
  app.action(ASK_ACTION, ({ body, ack, context: bolt }) =>
    underWay.run(async () => {
      const read = ButtonClick.safeParse(body)
      if (!read.success) return ack()
      const { trigger_id: key, response_url: responseUrl, actions } = read.data
      const caller = askerOfClick(read.data, bolt)
      const text = actions[0].value
      const arrivedAt = Number(bolt['arrivedAt'])
      const question = { text, isCanonical: true, caller, key, responseUrl, arrivedAt }
      const answered = await ask(question, context)
      await ack()
      if (answered.kind === 'stored') return courier.deliver(answered.id, answered.reply)
      if (answered.kind === 'file') files.send(answered, caller, responseUrl)
      await respondTo(responseUrl, caller.thread, answered)
    }),
  )
}

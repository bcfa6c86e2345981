import { randomUUID } from 'node:crypto'
import { toAsker } from '../ask.ts'
import { visitorOf, type Visitor } from '../asker.ts'
import { askerOfClick } from '../click.ts'
import type { ListenerContext } from '../context.ts'
import type { Delivery, NewReply } from '../../history/outbox.ts'
import { ButtonClick } from '../requests.ts'
import { respondTo } from '../respond.ts'
import { SHARE_ACTION } from '../share-row.ts'
import type { Listener } from './listener.ts'

/**
 * "Share to channel" under a run that only its asker has seen. The button's value is not trusted: the
 * run must be there, asked in this very channel, and whoever clicks must be allowed to see it.
 */
export const shareButton: Listener = (app, context) => {
  const { underWay, outbox, courier } = context
  app.action(SHARE_ACTION, ({ body, ack, context: bolt }) =>
    underWay.run(async () => {
      const read = ButtonClick.safeParse(body)
      if (!read.success) return ack()
      const { response_url: responseUrl, actions } = read.data
      const caller = askerOfClick(read.data, bolt)
      const visitor = await visitorOf(caller, context)
      const { installation, thread } = caller
      const delivery = { id: randomUUID(), installation, language: visitor.language, responseUrl }
      const shared = await replyTo(Number(actions[0].value), visitor, delivery, context)
      if (shared) await outbox.add(shared)
      await ack()
      const { slack } = visitor.words
      if (shared) courier.deliver(delivery.id)
      const said = toAsker(shared ? slack.shared : slack.cannotShare)
      await respondTo(responseUrl, thread, said, { replacesOriginal: shared !== null })
    }),
  )
}

async function replyTo(
  number: number,
  { asker }: Visitor,
  delivery: Delivery,
  { history }: ListenerContext,
): Promise<Omit<NewReply, 'earlier'> | null> {
  if (!Number.isSafeInteger(number)) return null
  const found = await history.find(asker, { kind: 'number', number })
  if (found.kind !== 'run' || found.run.channel !== asker.channel) return null
  const { workspace, channel, thread, author } = asker
  const place = { workspace, channel, thread, author }
  return { delivery, ...place, sharedBy: author, number }
}

import { notice } from '../../blocks/form/notice.ts'
import { visitorOf, type Caller } from '../asker.ts'
import { askerOfClick } from '../click.ts'
import type { ListenerContext } from '../context.ts'
import type { Listener } from '../listeners/listener.ts'
import { SHORTCUTS } from '../offered.ts'
import { callerOfForm } from './form-caller.ts'
import { ANYWHERE, metadataFor } from './metadata.ts'
import { formFor, openForm, type Wish } from './open-form.ts'
import { GlobalShortcut, MessageShortcut } from './payloads.ts'

/** "What if…" and "Compare with…" on any answer of ours, and "Ask eksip" anywhere. */
export const shortcuts: Listener = (app, context) => {
  const onMessage = (callback_id: string, wish: Wish) =>
    app.shortcut({ callback_id, type: 'message_action' }, ({ body, ack, context: bolt }) =>
      context.underWay.run(async () => {
        await ack()
        const read = MessageShortcut.safeParse(body)
        if (!read.success) return
        const { message, trigger_id: trigger, response_url: responseUrl } = read.data
        const caller = askerOfClick({ ...read.data, container: message }, bolt)
        await openAbout(wish, message.ts, { caller, trigger, responseUrl }, context)
      }),
    )
  onMessage(SHORTCUTS.whatIf, 'what-if')
  onMessage(SHORTCUTS.compareWith, 'compare')

  app.shortcut({ callback_id: SHORTCUTS.ask, type: 'shortcut' }, ({ body, ack, context: bolt }) =>
    context.underWay.run(async () => {
      await ack()
      const read = GlobalShortcut.safeParse(body)
      if (!read.success) return
      const caller = callerOfForm(read.data, ANYWHERE, bolt)
      await openForm('ask', ANYWHERE, { caller, trigger: read.data.trigger_id }, context)
    }),
  )
}

/** The form about the run whose answer a message is. */
async function openAbout(
  wish: Wish,
  timestamp: string,
  opened: {
    readonly caller: Caller
    readonly trigger: string
    readonly responseUrl: string | null
  },
  context: ListenerContext,
): Promise<void> {
  const { caller, trigger, responseUrl } = opened
  const visitor = await visitorOf(caller, context)
  const found = await context.history.find(visitor.asker, { kind: 'message', timestamp })
  const { words } = visitor
  const number = found.kind === 'run' ? found.run.number : null
  const view =
    number === null
      ? notice(words.surfaces.form.notOurs, words)
      : await formFor(wish, metadataFor(caller, responseUrl, number), visitor, context)
  const client = await context.clients.of(caller.installation)
  await client.views.open({ trigger_id: trigger, view })
}

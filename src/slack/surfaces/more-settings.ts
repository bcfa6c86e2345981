import { MORE_ACTION } from '../../blocks/form/question-form.ts'
import { visitorOf } from '../asker.ts'
import type { Listener } from '../listeners/listener.ts'
import { callerOfForm } from './form-caller.ts'
import { valuesOf } from './form-state.ts'
import { readMetadata } from './metadata.ts'
import { drawn } from './open-form.ts'
import { ViewClick } from './payloads.ts'

/** "More settings": the same form with every field, and with what was filled in already. */
export const moreSettings: Listener = (app, context) => {
  app.action(MORE_ACTION, ({ body, ack, context: bolt }) =>
    context.underWay.run(async () => {
      await ack()
      const read = ViewClick.safeParse(body)
      const metadata = read.success ? readMetadata(read.data.view.private_metadata) : null
      if (!read.success || !metadata) return
      const { view } = read.data
      const caller = callerOfForm(read.data, metadata, bolt)
      const { words } = await visitorOf(caller, context)
      const client = await context.clients.of(caller.installation)
      await client.views.update({
        view_id: view.id,
        ...(view.hash === undefined ? {} : { hash: view.hash }),
        view: drawn({ ...metadata, isWhole: true }, valuesOf(view.state, {}), words),
      })
    }),
  )
}

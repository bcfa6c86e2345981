import { MENU_ACTION } from '../../blocks/actions.ts'
import { ask } from '../ask.ts'
import { askerOfClick } from '../click.ts'
import type { Listener } from '../listeners/listener.ts'
import { MenuClick } from './payloads.ts'
import { deliver } from './say.ts'

/** The menu under a reply: every option asks a line, as the buttons do. */
export const menus: Listener = (app, context) => {
  app.action(MENU_ACTION, ({ body, ack, context: bolt }) =>
    context.underWay.run(async () => {
      const read = MenuClick.safeParse(body)
      if (!read.success) return ack()
      const { trigger_id: key, response_url: responseUrl, actions } = read.data
      const caller = askerOfClick(read.data, bolt)
      const text = actions[0].selected_option.value
      const arrivedAt = Number(bolt['arrivedAt'])
      const question = { text, isCanonical: true, caller, key, responseUrl, arrivedAt }
      const answered = await ask(question, context)
      await ack()
      await deliver(answered, caller, responseUrl, context)
    }),
  )
}

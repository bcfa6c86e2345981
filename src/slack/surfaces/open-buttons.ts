import type { Context } from '@slack/bolt'
import { OPEN_ACTION } from '../../blocks/actions.ts'
import type { Caller } from '../asker.ts'
import { askerOfClick } from '../click.ts'
import type { Listener } from '../listeners/listener.ts'
import { ButtonClick } from '../requests.ts'
import { callerOfForm } from './form-caller.ts'
import { ANYWHERE, metadataFor, type Metadata } from './metadata.ts'
import { openForm } from './open-form.ts'
import { ViewClick } from './payloads.ts'

/**
 * "What if…" and "Compare…" under a reply or in the Home. The value is only a number: the run is
 * looked up again, with the rights of whoever clicks.
 */
export const openButtons: Listener = (app, context) => {
  app.action(OPEN_ACTION, ({ body, ack, action, context: bolt }) =>
    context.underWay.run(async () => {
      await ack()
      const opened = openedIn(body, bolt)
      if (!opened || !('action_id' in action)) return
      const wish = action.action_id.startsWith('open-compare') ? 'compare' : 'what-if'
      await openForm(wish, opened.metadata, opened, context)
    }),
  )
}

interface Opened {
  readonly metadata: Metadata
  readonly caller: Caller
  readonly trigger: string
}

/** Where a button was clicked: under a message, or in a view of one's own. */
function openedIn(body: unknown, bolt: Context): Opened | null {
  const inMessage = ButtonClick.safeParse(body)
  if (inMessage.success) {
    const { trigger_id: trigger, response_url: responseUrl, actions } = inMessage.data
    const caller = askerOfClick(inMessage.data, bolt)
    const run = runOf(actions[0].value)
    return run === null
      ? null
      : { metadata: metadataFor(caller, responseUrl, run), caller, trigger }
  }
  const inView = ViewClick.safeParse(body)
  const run = inView.success ? runOf(inView.data.actions[0].value) : null
  if (!inView.success || run === null) return null
  const caller = callerOfForm(inView.data, ANYWHERE, bolt)
  return { metadata: { ...ANYWHERE, run }, caller, trigger: inView.data.trigger_id }
}

function runOf(value: string | undefined): number | null {
  const run = Number(value)
  return Number.isSafeInteger(run) && run > 0 ? run : null
}

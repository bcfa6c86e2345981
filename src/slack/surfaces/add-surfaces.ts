import type { Listener } from '../listeners/listener.ts'
import { home } from './home.ts'
import { menus } from './menus.ts'
import { moreSettings } from './more-settings.ts'
import { openButtons } from './open-buttons.ts'
import { shortcuts } from './shortcuts.ts'
import { showAll } from './show-all.ts'
import { submissions } from './submissions.ts'
import { suggestions } from './suggestions.ts'

const SURFACES: readonly Listener[] = [
  openButtons,
  menus,
  showAll,
  moreSettings,
  submissions,
  suggestions,
  shortcuts,
  home,
]

/** Everything that can be done from a reply, in a form and in the bot's Home. */
export const addSurfaces: Listener = (app, context) => {
  for (const listen of SURFACES) listen(app, context)
}

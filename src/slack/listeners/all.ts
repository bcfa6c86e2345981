import { command } from './command.ts'
import { askButton } from './ask-button.ts'
import { directMessage } from './direct-message.ts'
import { linkShared } from './link-shared.ts'
import { lifecycle } from './lifecycle.ts'
import type { Listener } from './listener.ts'
import { mention } from './mention.ts'
import { addSurfaces } from '../surfaces/add-surfaces.ts'
import { shareButton } from './share-button.ts'

/** Everything that the bot listens to. */
export const LISTENERS: readonly Listener[] = [
  command,
  mention,
  directMessage,
  askButton,
  shareButton,
  linkShared,
  addSurfaces,
  lifecycle,
]

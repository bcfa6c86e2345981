import { createContext, useContext } from 'react'

import type { ElementValue, FormValues, Place } from '../http/page-contract.ts'

/** What blocks are drawn on: a message, a modal or a Home. It holds what their inputs hold. */
export type Surface = {
  readonly place: Place
  /** The channel that the user is in. */
  readonly channelId: string
  readonly values: FormValues
  /** What is wrong with inputs, by block_id. */
  readonly errors: Readonly<Record<string, string>>
  readonly setValue: (blockId: string, actionId: string, value: ElementValue) => void
  /** Tells the bot that an element was used. Nothing is sent while an earlier use is under way. */
  readonly use: (blockId: string, actionId: string, value?: ElementValue) => void
  /** Whether a use of this element is under way. */
  readonly isBusy: (blockId: string, actionId: string) => boolean
}

export const SurfaceContext = createContext<Surface | undefined>(undefined)

/** The surface that a block is on. */
export function useSurface(): Surface {
  const surface = useContext(SurfaceContext)
  if (surface === undefined) throw new Error('a block outside of a message or view')
  return surface
}

/** Where an element stands, and whether using it tells the bot. */
export type Slot = {
  readonly blockId: string
  /** Elements in input blocks only hold their value, unless the block dispatches actions. */
  readonly dispatches: boolean
  /** The id of what labels the element, if anything does. */
  readonly labelId?: string | undefined
  /** The id of what says more about it: its hint and what is wrong. */
  readonly describedBy?: string | undefined
}

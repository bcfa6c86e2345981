import type { ConfirmationDialog } from '@slack/types'

import type { ElementValue } from '../http/page-contract.ts'
import { usePage } from './page-context.ts'
import { useSurface, type Slot } from './surface.ts'

/** What a drawn element needs: what it holds, how to hold something else, how to be used. */
export type ElementState = {
  readonly value: ElementValue | undefined
  readonly isBusy: boolean
  /** Holds a value and, where the element dispatches, tells the bot; first asks, if it must. */
  readonly use: (value?: ElementValue) => Promise<void>
  /** Only holds a value. */
  readonly hold: (value: ElementValue) => void
}

export function useElement(
  element: { readonly action_id?: string; readonly confirm?: ConfirmationDialog },
  { blockId, dispatches }: Slot,
): ElementState {
  const { confirm } = usePage()
  const surface = useSurface()
  const actionId = element.action_id ?? ''
  return {
    value: surface.values[blockId]?.[actionId],
    isBusy: surface.isBusy(blockId, actionId),
    async use(value) {
      if (surface.isBusy(blockId, actionId)) return
      if (element.confirm !== undefined && !(await confirm(element.confirm))) return
      if (value !== undefined) surface.setValue(blockId, actionId, value)
      if (dispatches) surface.use(blockId, actionId, value)
    },
    hold: (value) => surface.setValue(blockId, actionId, value),
  }
}

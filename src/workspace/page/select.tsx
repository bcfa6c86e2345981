import type { MultiSelect, Select as SingleSelect } from '@slack/types'
import type { ReactNode } from 'react'

import { Combobox } from './combobox.tsx'
import { usePage } from './page-context.ts'
import { isPlural, useOptions } from './select-options.ts'
import { useSurface, type Slot } from './surface.ts'
import { useElement } from './use-element.ts'

/** A select of one or of several, over fixed options, the bot's suggestions, users or channels. */
export function Select({
  element,
  slot,
}: {
  readonly element: SingleSelect | MultiSelect
  readonly slot: Slot
}): ReactNode {
  const { words } = usePage()
  const { value, use, isBusy } = useElement(element, slot)
  const options = useOptions(element, slot.blockId)
  const isMulti = isPlural(element)
  const chosen = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
  const errors = useSurface().errors
  return (
    <Combobox
      {...options}
      boxId={slot.labelId === undefined ? undefined : `${slot.labelId}-box`}
      labelId={slot.labelId}
      describedBy={slot.describedBy}
      isInvalid={errors[slot.blockId] !== undefined}
      isBusy={isBusy}
      focusOnLoad={element.focus_on_load === true}
      placeholder={
        element.placeholder?.text ?? (isMulti ? words.chooseOptions : words.chooseOption)
      }
      chosen={chosen}
      maximum={isMulti ? (element.max_selected_items ?? Infinity) : 1}
      isMulti={isMulti}
      onChoose={(values) => void use(isMulti ? values : (values[0] ?? null))}
    />
  )
}

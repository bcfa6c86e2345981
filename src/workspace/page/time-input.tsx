import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types'
import type { ReactNode } from 'react'

import type { ElementValue } from '../http/page-contract.ts'
import { usePage } from './page-context.ts'
import { useSurface, type Slot } from './surface.ts'
import { useElement } from './use-element.ts'

/** A day, a time of day, or both. */
export function TimeInput({
  element,
  slot,
}: {
  readonly element: Datepicker | Timepicker | DateTimepicker
  readonly slot: Slot
}): ReactNode {
  const { words } = usePage()
  const { value, use } = useElement(element, slot)
  const { inputType, name, toText, toValue } = kinds[element.type]
  return (
    <input
      id={slot.labelId === undefined ? undefined : `${slot.labelId}-box`}
      className="text-box time"
      type={inputType}
      value={value === null || value === undefined ? '' : toText(value)}
      aria-labelledby={slot.labelId}
      aria-label={slot.labelId === undefined ? words[name] : undefined}
      aria-describedby={slot.describedBy}
      aria-invalid={useSurface().errors[slot.blockId] !== undefined}
      data-focus-on-load={element.focus_on_load === true ? '' : undefined}
      onChange={({ target }) => void use(target.value === '' ? null : toValue(target.value))}
    />
  )
}

type Kind = {
  readonly inputType: string
  readonly name: 'date' | 'time' | 'dateAndTime'
  readonly toText: (value: ElementValue) => string
  readonly toValue: (text: string) => ElementValue
}

const asText = { toText: String, toValue: (text: string) => text }

const kinds: Readonly<Record<'datepicker' | 'timepicker' | 'datetimepicker', Kind>> = {
  datepicker: { inputType: 'date', name: 'date', ...asText },
  timepicker: { inputType: 'time', name: 'time', ...asText },
  datetimepicker: {
    inputType: 'datetime-local',
    name: 'dateAndTime',
    toText: (seconds) => localTime(Number(seconds)),
    toValue: (text) => Math.floor(new Date(text).getTime() / 1000),
  },
}

/** As a `datetime-local` input takes it: without a time zone, which is the browser's. */
function localTime(seconds: number): string {
  const offsetMs = new Date(seconds * 1000).getTimezoneOffset() * 60_000
  return new Date(seconds * 1000 - offsetMs).toISOString().slice(0, 16)
}

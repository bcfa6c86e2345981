import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types'
import type { KeyboardEvent, ReactNode } from 'react'

import { useSurface, type Slot } from './surface.ts'
import { useElement } from './use-element.ts'

/** A line or lines of text, a number, a mail address or a web address. */
export function TextInput({
  element,
  slot,
}: {
  readonly element: PlainTextInput | NumberInput | EmailInput | URLInput
  readonly slot: Slot
}): ReactNode {
  const { value, hold, use } = useElement(element, slot)
  const text = typeof value === 'string' ? value : ''
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']
  const common = {
    id: slot.labelId === undefined ? undefined : `${slot.labelId}-box`,
    className: 'text-box',
    value: text,
    placeholder: element.placeholder?.text,
    'aria-labelledby': slot.labelId,
    'aria-describedby': slot.describedBy,
    'aria-invalid': useSurface().errors[slot.blockId] !== undefined,
    'data-focus-on-load': element.focus_on_load === true ? '' : undefined,
    autoComplete: 'off',
    onChange({ target }: { readonly target: { readonly value: string } }) {
      const next = target.value === '' ? null : target.value
      if (triggers.includes('on_character_entered')) void use(next)
      else hold(next)
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !slot.dispatches) return
      if (!triggers.includes('on_enter_pressed')) return
      event.preventDefault()
      void use(text === '' ? null : text)
    },
  }
  if (element.type === 'plain_text_input' && element.multiline === true) {
    return <textarea {...common} rows={4} maxLength={element.max_length} />
  }
  return (
    <input
      {...common}
      type="text"
      inputMode={inputModes[element.type]}
      maxLength={element.type === 'plain_text_input' ? element.max_length : undefined}
    />
  )
}

/** The keyboard that a phone shows. Wrong input is told by the workspace, as Slack tells it. */
const inputModes = {
  plain_text_input: 'text',
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
} as const

import type { ContextActionsBlockElement } from '@slack/types'
import type { ReactNode } from 'react'

import { Button } from './button.tsx'
import { Checkboxes, RadioButtons } from './choices.tsx'
import { drawEmoji } from './emoji.ts'
import type { AnyElement } from './known-block.ts'
import { FileInput } from './file-input.tsx'
import { Menu } from './menu.tsx'
import { usePage } from './page-context.ts'
import { RichTextInput } from './rich-text-input.tsx'
import { Select } from './select.tsx'
import type { Slot } from './surface.ts'
import { TextInput } from './text-input.tsx'
import { TimeInput } from './time-input.tsx'
import { useElement } from './use-element.ts'

/** Something to use or to fill in. */
export function Element({
  element,
  slot,
}: {
  readonly element: AnyElement | ContextActionsBlockElement
  readonly slot: Slot
}): ReactNode {
  switch (element.type) {
    case 'button':
      return <Button element={element} slot={slot} />
    case 'overflow':
      return <Overflow element={element} slot={slot} />
    case 'radio_buttons':
      return <RadioButtons element={element} slot={slot} />
    case 'checkboxes':
      return <Checkboxes element={element} slot={slot} />
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <TimeInput element={element} slot={slot} />
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextInput element={element} slot={slot} />
    case 'static_select':
    case 'external_select':
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return <Select element={element} slot={slot} />
    case 'icon_button':
      return <Button element={{ ...element, type: 'button' }} slot={slot} />
    case 'feedback_buttons':
      return [element.positive_button, element.negative_button].map((button) => (
        <Button
          key={button.value}
          element={{ type: 'button', action_id: element.action_id ?? '', ...button }}
          slot={slot}
          value={button.value}
        />
      ))
    case 'file_input':
      return <FileInput element={element} slot={slot} />
    case 'rich_text_input':
      return <RichTextInput element={element} slot={slot} />
    case 'workflow_button':
      return <NotDrawn type={element.type} />
  }
}

/** Workflows are Slack's own and run on its servers. */
function NotDrawn({ type }: { readonly type: string }) {
  return <span className="lost">{usePage().words.notDrawn(type)}</span>
}

function Overflow({
  element,
  slot,
}: {
  readonly element: Extract<AnyElement, { readonly type: 'overflow' }>
  readonly slot: Slot
}): ReactNode {
  const { words } = usePage()
  const { use } = useElement(element, slot)
  const items = element.options.map(({ text, value, url }) => ({
    label: drawEmoji(text.text),
    run() {
      if (url !== undefined) window.open(url, '_blank', 'noopener')
      void use(value ?? null)
    },
  }))
  return <Menu label={words.moreOptions} sign="⋯" items={items} />
}

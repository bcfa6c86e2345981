import type { Button as ButtonElement } from '@slack/types'
import type { ReactNode } from 'react'

import { drawEmoji } from './emoji.ts'
import { isSafeUrl } from './rich-text.ts'
import type { Slot } from './surface.ts'
import { useElement } from './use-element.ts'

/**
 * A button. While its click is under way it is disabled by `aria-disabled`, which, unlike
 * `disabled`, leaves the keyboard's focus where it is.
 */
export function Button({
  element,
  slot,
  value,
}: {
  readonly element: ButtonElement
  readonly slot: Slot
  readonly value?: string
}): ReactNode {
  const { isBusy, use } = useElement(element, slot)
  const { style = 'plain', url } = element
  return (
    <button
      type="button"
      className={`button ${style}`}
      aria-label={element.accessibility_label}
      aria-disabled={isBusy}
      aria-busy={isBusy}
      onClick={() => {
        if (url !== undefined && isSafeUrl(url)) window.open(url, '_blank', 'noopener')
        void use(value)
      }}
    >
      {drawEmoji(element.text.text)}
    </button>
  )
}

import type { InputBlock } from '@slack/types'
import { useId, type ReactNode } from 'react'

import { Element } from './element.tsx'
import { usePage } from './page-context.ts'
import { useSurface } from './surface.ts'

/** An input with its label, its hint and, below it, what is wrong with it. */
export function InputField({ block }: { readonly block: InputBlock }): ReactNode {
  const { label, hint, element, optional = false, block_id: blockId = '' } = block
  const error = useSurface().errors[blockId]
  const { words } = usePage()
  const id = useId()
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const slot = {
    blockId,
    dispatches: block.dispatch_action === true,
    labelId: id,
    describedBy: notes === '' ? undefined : notes,
  }
  return (
    <div className="field">
      <label
        id={id}
        htmlFor={`${id}-box`}
        // A browser does this for its own inputs only.
        onClick={() => document.getElementById(`${id}-box`)?.focus()}
      >
        {label.text}
        {optional && <span className="optional"> {words.optional}</span>}
      </label>
      <Element element={element} slot={slot} />
      {error !== undefined && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint.text}
        </p>
      )}
    </div>
  )
}

import type { RichTextInput as RichTextElementInput } from '@slack/types'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

import type { ElementValue } from '../http/page-contract.ts'
import { drawContent, readContent } from './editor-content.ts'
import { activeFormats, applyFormat, formatOfKeys, type Format } from './editor-format.ts'
import { usePage } from './page-context.ts'
import { usePieceNames } from './piece-names.ts'
import { useSurface, type Slot } from './surface.ts'
import { Toolbar } from './toolbar.tsx'
import { useElement } from './use-element.ts'

/** Formatted text: what is typed is drawn as it will be sent. */
export function RichTextInput({
  element,
  slot,
}: {
  readonly element: RichTextElementInput
  readonly slot: Slot
}): ReactNode {
  const { words } = usePage()
  const { value = null, hold, use } = useElement(element, slot)
  const box = useRef<HTMLDivElement>(null)
  const ownId = useId()
  const id = slot.labelId === undefined ? ownId : `${slot.labelId}-box`
  const active = useActiveFormats(box)
  const take = useContent(box, value)
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']

  function onInput() {
    const written = take()
    if (triggers.includes('on_character_entered')) void use(written)
    else hold(written)
  }

  function format(wanted: Format) {
    if (box.current === null) return
    box.current.focus()
    applyFormat(wanted, box.current)
  }

  function onKeyDown(event: KeyboardEvent) {
    const wanted = formatOfKeys(event)
    const isSent = event.key === 'Enter' && !event.shiftKey && slot.dispatches
    if (wanted !== undefined) format(wanted)
    else if (isSent && triggers.includes('on_enter_pressed')) void use(take())
    else return
    event.preventDefault()
  }

  const { min_lines: least = 3, max_lines: most = 12 } = element
  return (
    <div className="text-box editor" data-invalid={useSurface().errors[slot.blockId] !== undefined}>
      <Toolbar controls={id} active={active} onFormat={format} />
      <div
        ref={box}
        id={id}
        role="textbox"
        contentEditable
        suppressContentEditableWarning
        className={value === null ? 'written blank' : 'written'}
        aria-multiline="true"
        aria-labelledby={slot.labelId}
        aria-label={slot.labelId === undefined ? words.formattedText : undefined}
        aria-describedby={slot.describedBy}
        aria-invalid={useSurface().errors[slot.blockId] !== undefined}
        aria-placeholder={element.placeholder?.text}
        data-placeholder={element.placeholder?.text}
        data-focus-on-load={element.focus_on_load === true ? '' : undefined}
        style={{ minHeight: `${least}lh`, maxHeight: `${Math.max(least, most)}lh` }}
        onInput={onInput}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          event.preventDefault()
          // Only the words: another page's markup has no place in Slack's rich text.
          document.execCommand('insertText', false, event.clipboardData.getData('text/plain'))
        }}
        onDrop={(event) => event.preventDefault()}
      />
    </div>
  )
}

/** Draws a value that did not come out of the editor itself. Gives what reads the editor. */
function useContent(box: { readonly current: HTMLElement | null }, value: ElementValue) {
  const nameOf = usePieceNames()
  const drawn = useRef<string | undefined>(undefined)
  const shown = JSON.stringify(value)
  useEffect(() => {
    if (box.current === null || drawn.current === shown) return
    drawn.current = shown
    drawContent(box.current, isBlock(value) ? value : null, nameOf)
    // What is drawn depends on the value alone: names do not change while one writes.
  }, [box, shown])
  return () => {
    const written = box.current && readContent(box.current)
    drawn.current = JSON.stringify(written)
    return written
  }
}

function isBlock(value: ElementValue) {
  return typeof value === 'object' && value !== null && 'elements' in value
}

/** The formats at the caret, while it is in the editor. */
function useActiveFormats(box: { readonly current: HTMLElement | null }): readonly Format[] {
  const [active, setActive] = useState<readonly Format[]>([])
  useEffect(() => {
    const update = () => {
      const { anchorNode } = document.getSelection() ?? {}
      const isInside = anchorNode instanceof Node && box.current?.contains(anchorNode) === true
      setActive((before) => {
        const next = isInside ? activeFormats() : []
        return before.join() === next.join() ? before : next
      })
    }
    document.addEventListener('selectionchange', update)
    return () => document.removeEventListener('selectionchange', update)
  }, [box])
  return active
}

import { useEffect, useId, useRef, type ReactNode } from 'react'

import { usePage } from './page-context.ts'

/**
 * A modal dialog of the browser: the rest of the page is inert, Tab stays inside, and when it goes
 * away the focus returns to where it was.
 */
export function Dialog({
  title,
  onEscape,
  onClose,
  children,
}: {
  readonly title: string
  readonly onEscape: () => void
  /** Draws a × when given. */
  readonly onClose?: () => void
  readonly children: ReactNode
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const { words } = usePage()
  const titleId = useId()
  useEffect(() => {
    const { current } = dialog
    const before = document.activeElement
    current?.showModal()
    firstInput(current)?.focus()
    return () => {
      current?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onEscape()
      }}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        {onClose && (
          <button type="button" className="button sign" aria-label={words.close} onClick={onClose}>
            ×
          </button>
        )}
      </header>
      {children}
    </dialog>
  )
}

/** What asks for the focus, or else the first thing to fill in, or else the last button. */
function firstInput(dialog: HTMLElement | null): HTMLElement | null | undefined {
  return (
    dialog?.querySelector<HTMLElement>('[data-focus-on-load]') ??
    dialog?.querySelector<HTMLElement>(
      '.dialog-body :is(input:not([hidden]), textarea, select, [contenteditable], .files > button)',
    ) ??
    dialog?.querySelector<HTMLElement>('footer button:last-child')
  )
}

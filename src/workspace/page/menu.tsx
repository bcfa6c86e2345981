import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'

import { useOutsidePress, usePlacement } from './popup.ts'

/** One entry of a menu. */
export type MenuItem = { readonly label: string; readonly about?: string; run(): void }

/**
 * A button that opens a menu. Arrow keys go through it, Escape closes it, and then the button has
 * the focus again.
 */
export function Menu({
  label,
  sign,
  items,
}: {
  readonly label: string
  /** What is drawn on the button. */
  readonly sign: string
  readonly items: readonly MenuItem[]
}): ReactNode {
  const [isOpen, setIsOpen] = useState(false)
  const around = useRef<HTMLSpanElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const style = usePlacement(button, isOpen, 'own')
  const close = useCallback(() => setIsOpen(false), [])
  useOutsidePress(around, isOpen, close)
  useEffect(() => {
    if (isOpen) list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
  }, [isOpen])

  function closeAndFocus() {
    close()
    button.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') closeAndFocus()
    else if (event.key === 'Tab') return close()
    else if (!moveFocus(list.current, event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <span className="menu-around" ref={around}>
      <button
        type="button"
        ref={button}
        className="button sign"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {sign}
      </button>
      {isOpen && (
        <div
          className="popup"
          role="menu"
          id={id}
          ref={list}
          aria-label={label}
          style={style}
          onKeyDown={onKeyDown}
        >
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                closeAndFocus()
                item.run()
              }}
            >
              {item.label}
              {item.about && <small>{item.about}</small>}
            </button>
          ))}
        </div>
      )}
    </span>
  )
}

/** Moves the focus within a menu. Whether the key meant something. */
function moveFocus(list: HTMLElement | null, key: string): boolean {
  const entries = Array.from(list?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])
  const at = entries.findIndex((entry) => entry === document.activeElement)
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1 + entries.length,
    Home: 0,
    End: entries.length - 1,
  }
  const next = steps[key]
  if (next === undefined) return false
  entries[next % entries.length]?.focus()
  return true
}

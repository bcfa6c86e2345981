import { useState, type KeyboardEvent, type ReactNode } from 'react'

import { formats, type Format } from './editor-format.ts'
import { usePage } from './page-context.ts'

const signs: Readonly<Record<Format, ReactNode>> = {
  bold: <b>B</b>,
  italic: <i>I</i>,
  strike: <s>S</s>,
  code: '</>',
  bullet: '•',
  ordered: <span className="ordinal" />,
}

/** The buttons above an editor; one stop of the Tab key, arrow keys go through them. */
export function Toolbar({
  controls,
  active,
  onFormat,
}: {
  /** The id of the editor. */
  readonly controls: string
  readonly active: readonly Format[]
  readonly onFormat: (format: Format) => void
}): ReactNode {
  const { words } = usePage()
  const [current, setCurrent] = useState(0)

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowRight: 1, ArrowLeft: formats.length - 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (current + step) % formats.length
    setCurrent(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div
      className="toolbar"
      role="toolbar"
      aria-label={words.formatting}
      aria-controls={controls}
      onKeyDown={onKeyDown}
    >
      {formats.map((format, index) => (
        <button
          key={format}
          type="button"
          className="button sign"
          title={words.formats[format]}
          aria-label={words.formats[format]}
          aria-pressed={active.includes(format)}
          tabIndex={index === current ? 0 : -1}
          onFocus={() => setCurrent(index)}
          // The selection stays in the editor.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onFormat(format)}
        >
          {signs[format]}
        </button>
      ))}
    </div>
  )
}

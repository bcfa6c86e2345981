import { useCallback, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

import { drawEmoji } from './emoji.ts'
import { usePage } from './page-context.ts'
import { useOutsidePress, usePlacement } from './popup.ts'
import type { Choice, ChoiceGroup, Options } from './select-options.ts'

/** What a combobox is told by the select that it is for. */
export type ComboboxProperties = Options & {
  readonly boxId: string | undefined
  readonly labelId: string | undefined
  readonly describedBy: string | undefined
  readonly isInvalid: boolean
  readonly isBusy: boolean
  readonly focusOnLoad: boolean
  readonly placeholder: string
  /** The values that are chosen. */
  readonly chosen: readonly string[]
  /** How many may be chosen. */
  readonly maximum: number
  readonly isMulti: boolean
  readonly onChoose: (values: readonly string[]) => void
}

/** A list to search by typing and to choose from: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function Combobox(properties: ComboboxProperties): ReactNode {
  const { chosen, isMulti, known, maximum, onChoose, placeholder, ask } = properties
  const { words } = usePage()
  const [isOpen, setIsOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const around = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const listId = useId()
  const style = usePlacement(around, isOpen)
  const close = useCallback(() => {
    setIsOpen(false)
    setQuery('')
  }, [])
  useOutsidePress(around, isOpen, close)

  const groups = ask === undefined ? fitting(properties.groups, query) : properties.groups
  const choices = groups.flatMap((group) => group.choices)
  const labelOf = (value: string) => known.find((each) => each.value === value)?.label ?? value
  const single = isMulti || chosen[0] === undefined ? '' : labelOf(chosen[0])

  function open() {
    if (isOpen) return
    setIsOpen(true)
    setActive(
      Math.max(
        0,
        choices.findIndex(({ value }) => chosen.includes(value)),
      ),
    )
    ask?.('')
  }

  function search(text: string) {
    setIsOpen(true)
    setQuery(text)
    setActive(0)
    ask?.(text)
  }

  function choose({ value }: Choice) {
    // Open, the list may lie over the buttons of a form.
    close()
    if (!isMulti) return onChoose([value])
    if (chosen.includes(value)) return onChoose(chosen.filter((each) => each !== value))
    if (chosen.length < maximum) onChoose([...chosen, value])
    return undefined
  }

  function onKeyDown(event: KeyboardEvent) {
    const current = choices[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (isOpen) setActive((active + step + choices.length) % Math.max(1, choices.length))
      else open()
    } else if (event.key === 'Enter' && isOpen) {
      if (current !== undefined) choose(current)
    } else if (event.key === 'Escape' && isOpen) {
      close()
    } else if (event.key === 'Backspace' && query === '' && isMulti && chosen.length > 0) {
      onChoose(chosen.slice(0, -1))
    } else {
      if (event.key === 'Tab') close()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="combobox" ref={around} data-invalid={properties.isInvalid}>
      {isMulti &&
        chosen.map((value) => (
          <span className="chip" key={value}>
            {labelOf(value)}
            <button
              type="button"
              aria-label={words.remove(labelOf(value))}
              onClick={() => onChoose(chosen.filter((each) => each !== value))}
            >
              ×
            </button>
          </span>
        ))}
      <input
        ref={box}
        id={properties.boxId}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && choices[active] ? `${listId}-${active}` : undefined}
        aria-labelledby={properties.labelId}
        aria-label={properties.labelId === undefined ? placeholder : undefined}
        aria-describedby={properties.describedBy}
        aria-invalid={properties.isInvalid}
        aria-busy={properties.isBusy}
        data-focus-on-load={properties.focusOnLoad ? '' : undefined}
        placeholder={single === '' ? placeholder : single}
        value={isOpen ? query : single}
        onChange={({ target }) => search(target.value)}
        onClick={open}
        onKeyDown={onKeyDown}
      />
      <span className="arrow" aria-hidden="true">
        ▾
      </span>
      <div
        className="popup"
        role="listbox"
        id={listId}
        hidden={!isOpen}
        aria-label={placeholder}
        aria-multiselectable={isMulti}
        style={style}
      >
        {choices.length === 0 ? (
          <div role="option" aria-disabled="true" aria-selected="false" className="note">
            {properties.note}
          </div>
        ) : (
          <ChoiceList
            groups={groups}
            listId={listId}
            active={active}
            chosen={chosen}
            onChoose={(choice) => {
              choose(choice)
              box.current?.focus()
            }}
          />
        )}
      </div>
    </div>
  )
}

function ChoiceList({
  groups,
  listId,
  active,
  chosen,
  onChoose,
}: {
  readonly groups: readonly ChoiceGroup[]
  readonly listId: string
  readonly active: number
  readonly chosen: readonly string[]
  readonly onChoose: (choice: Choice) => void
}) {
  const choices = groups.flatMap((group) => group.choices)
  return groups.map(({ label, choices: own }, index) => (
    <div key={label ?? index} role="group" aria-label={label}>
      {label && own.length > 0 && (
        <p className="group-label" aria-hidden="true">
          {label}
        </p>
      )}
      {own.map((choice) => {
        const at = choices.indexOf(choice)
        return (
          <div
            key={choice.value}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={chosen.includes(choice.value)}
            className={at === active ? 'active' : undefined}
            ref={at === active ? showRow : undefined}
            onClick={() => onChoose(choice)}
          >
            {drawEmoji(choice.label)}
            {choice.about && <small>{choice.about}</small>}
          </div>
        )
      })}
    </div>
  ))
}

function showRow(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: 'nearest' })
}

/** The choices that have what was typed in their words. */
function fitting(groups: readonly ChoiceGroup[], query: string): readonly ChoiceGroup[] {
  const wanted = query.trim().toLowerCase()
  const fits = ({ label, about = '' }: Choice) => `${label} ${about}`.toLowerCase().includes(wanted)
  return groups.map((group) => ({ ...group, choices: group.choices.filter(fits) }))
}

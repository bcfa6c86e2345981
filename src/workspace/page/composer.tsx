import {
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'

import { complete, completionsAt, usageOf, type Offer } from './completion.ts'
import { createHistory } from './history.ts'
import { usePage } from './page-context.ts'
import { useDraft } from './use-draft.ts'

/** What others may do with a composer. */
export type ComposerHandle = {
  /** Puts a line in and takes the focus; nothing is sent. */
  fill(line: string): void
  focus(): void
}

/**
 * The message box. Enter sends, Shift+Enter makes a line, arrow up and down go through what was
 * sent before, and words that begin with `/`, `@` or `#` are completed.
 */
export function Composer({
  id,
  draftOf,
  placeholder,
  takesCommands,
  onSend,
  handle,
  children,
}: {
  readonly id: string
  /** Under which name this tab keeps what is not sent yet. */
  readonly draftOf: string
  readonly placeholder: string
  /** Slack does not take slash commands within threads. */
  readonly takesCommands: boolean
  /** Sends a line; says whether anybody took it. */
  readonly onSend: (line: string) => Promise<boolean>
  readonly handle: Ref<ComposerHandle>
  /** More buttons beside the one that sends. */
  readonly children?: ReactNode
}): ReactNode {
  const { view, words, say } = usePage()
  const [text, setText] = useDraft(draftOf)
  const [caret, setCaret] = useState(0)
  const [active, setActive] = useState(0)
  const [isDismissed, setIsDismissed] = useState(false)
  const [history] = useState(createHistory)
  const box = useRef<HTMLTextAreaElement>(null)
  const putCaret = useRef<number | undefined>(undefined)
  const listId = useId()

  const commands = takesCommands ? view.commands : []
  const { users, channels } = view
  const completion = isDismissed
    ? undefined
    : completionsAt(text, caret, { commands, users, channels, own: words })
  const offers = completion?.offers ?? []
  const usage = usageOf(text, commands)

  // Only after a line was put in: what one selects oneself must stay selected.
  useLayoutEffect(() => {
    const { current: wanted } = putCaret
    if (wanted !== undefined) box.current?.setSelectionRange(wanted, wanted)
    putCaret.current = undefined
  })
  useImperativeHandle(handle, () => ({ fill, focus: () => box.current?.focus() }))

  function put(next: string, nextCaret: number) {
    putCaret.current = nextCaret
    edit(next, nextCaret)
    box.current?.focus()
  }

  function edit(next: string, nextCaret: number) {
    setText(next)
    setCaret(nextCaret)
    setActive(0)
    setIsDismissed(false)
  }

  function fill(line: string) {
    put(line, line.length)
    setIsDismissed(true)
  }

  function send() {
    const line = text.trimEnd()
    if (line === '') return
    history.add(line)
    edit('', 0)
    void deliver(line)
  }

  async function deliver(line: string) {
    if (!(await onSend(line))) giveBack(line)
  }

  /** The box holds the line again, unless something else was written meanwhile. */
  function giveBack(line: string) {
    if (box.current?.value) return
    edit(line, line.length)
    setIsDismissed(true)
    say(words.notSent)
  }

  function take(offer: Offer) {
    if (completion === undefined) return
    const done = complete(text, caret, completion.from, offer)
    put(done.text, done.caret)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const isHandled = offers.length > 0 ? steerOffers(event.key) : recall(event.key)
    if (!isHandled && (event.key !== 'Enter' || event.shiftKey)) return
    event.preventDefault()
    if (isHandled) event.stopPropagation()
    else send()
  }

  function steerOffers(key: string): boolean {
    const offer = offers[active]
    if (key === 'ArrowDown') setActive((active + 1) % offers.length)
    else if (key === 'ArrowUp') setActive((active - 1 + offers.length) % offers.length)
    else if (key === 'Escape') setIsDismissed(true)
    else if ((key === 'Enter' || key === 'Tab') && offer !== undefined) take(offer)
    else return false
    return true
  }

  function recall(key: string): boolean {
    if ((key !== 'ArrowUp' && key !== 'ArrowDown') || text.includes('\n')) return false
    const line = history.go(key === 'ArrowUp' ? -1 : 1, text)
    if (line === undefined) return false
    fill(line)
    return true
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {offers.length > 0 && (
        <div className="popup offers" role="listbox" id={listId} aria-label={words.completions}>
          {offers.map((offer, index) => (
            <div
              key={offer.label}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className={index === active ? 'active' : undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(offer)}
            >
              <b>{offer.label}</b>
              <small>{offer.about}</small>
            </div>
          ))}
        </div>
      )}
      {usage !== undefined && offers.length === 0 && <p className="usage">{usage}</p>}
      <div className="composer-box">
        <textarea
          ref={box}
          id={id}
          rows={Math.min(8, text.split('\n').length)}
          aria-label={placeholder}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-controls={offers.length > 0 ? listId : undefined}
          aria-activedescendant={offers.length > 0 ? `${listId}-${active}` : undefined}
          value={text}
          onChange={({ target }) => edit(target.value, target.selectionStart)}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        {children}
        <button
          type="submit"
          className="send"
          aria-label={words.send}
          disabled={text.trim() === ''}
        >
          ➤
        </button>
      </div>
    </form>
  )
}

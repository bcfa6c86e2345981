import type { FileInput as FileElement } from '@slack/types'
import { useId, useRef, useState, type ReactNode } from 'react'

import { uploadFile } from './connection.ts'
import { usePage } from './page-context.ts'
import type { Slot } from './surface.ts'
import { useElement } from './use-element.ts'

/** Slack takes this many where the app names no other number. */
const usualMost = 10

/** Files of one's computer, chosen or dropped. They are uploaded at once, as in Slack. */
export function FileInput({
  element,
  slot,
}: {
  readonly element: FileElement
  readonly slot: Slot
}): ReactNode {
  const { words, me } = usePage()
  const { value, hold } = useElement(element, slot)
  const chosen = Array.isArray(value) ? value.map(String) : []
  const [status, setStatus] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  const newest = useRef(chosen)
  newest.current = chosen
  const id = useId()
  const { max_files: most = usualMost, filetypes: types = [] } = element

  async function add(files: readonly File[]) {
    const failed: string[] = []
    for (const file of files) {
      setStatus(words.uploading(file.name))
      const answer = await uploadFile(me.id, file)
      if (answer.ok) choose(answer.file.id)
      else failed.push(words.notUploaded(file.name))
    }
    setStatus(failed.join(' '))
  }

  function choose(fileId: string) {
    newest.current = most === 1 ? [fileId] : [...newest.current, fileId]
    hold(newest.current)
  }

  return (
    <div
      className="files"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void add([...event.dataTransfer.files])
      }}
    >
      <input
        ref={picker}
        type="file"
        hidden
        multiple={most > 1}
        accept={types.map((type) => `.${type}`).join(',')}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          // The same file can be chosen again after it was removed.
          target.value = ''
          void add(files)
        }}
      />
      <button
        type="button"
        className="button"
        id={slot.labelId === undefined ? undefined : `${slot.labelId}-box`}
        aria-labelledby={[slot.labelId, `${id}-button`].filter(Boolean).join(' ')}
        aria-describedby={[`${id}-note`, slot.describedBy].filter(Boolean).join(' ')}
        onClick={() => picker.current?.click()}
      >
        <span id={`${id}-button`}>{words.chooseFiles}</span>
      </button>
      <ChosenFiles ids={chosen} onRemove={(gone) => hold(chosen.filter((each) => each !== gone))} />
      <p className="hint" id={`${id}-note`}>
        {words.fileLimits(most, types.join(', '))}
      </p>
      <p className="soft" role="status">
        {status}
      </p>
    </div>
  )
}

function ChosenFiles({
  ids,
  onRemove,
}: {
  readonly ids: readonly string[]
  readonly onRemove: (id: string) => void
}) {
  const { view, words } = usePage()
  if (ids.length === 0) return null
  return (
    <ul aria-label={words.chosenFiles}>
      {ids.map((id) => {
        const name = view.files.find((file) => file.id === id)?.name ?? id
        return (
          <li className="chip" key={id}>
            {name}
            <button type="button" aria-label={words.remove(name)} onClick={() => onRemove(id)}>
              ×
            </button>
          </li>
        )
      })}
    </ul>
  )
}

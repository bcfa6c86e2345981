import { useState, type ReactNode } from 'react'

import type { FormValues } from '../http/page-contract.ts'
import type { AppView } from '../state/model.ts'
import type { Words } from '../words/words.ts'
import { BlockSurface } from './block-surface.tsx'
import { Dialog } from './dialog.tsx'
import { drawEmoji } from './emoji.ts'
import { describeFailure } from './failure.ts'
import { valuesOf } from './form-values.ts'
import { usePage } from './page-context.ts'

/**
 * The modal on top of the stack. What was filled in is kept by view, so that going back to a lower
 * view, or an update by the bot, loses nothing.
 */
export function Modals({ channelId }: { readonly channelId: string }): ReactNode {
  const { modals } = usePage().view
  const [forms, setForms] = useState<Readonly<Record<string, FormValues>>>({})
  const top = modals.at(-1)
  if (top === undefined) return null
  return (
    <Modal
      key={top.id}
      modal={top}
      channelId={channelId}
      chosen={forms[top.id] ?? {}}
      onChoose={(change) =>
        setForms((before) => ({ ...before, [top.id]: change(before[top.id] ?? {}) }))
      }
    />
  )
}

type Trouble = { readonly banner: string; readonly errors: Readonly<Record<string, string>> }

const noTrouble: Trouble = { banner: '', errors: {} }

function Modal({
  modal,
  channelId,
  chosen,
  onChoose,
}: {
  readonly modal: AppView
  readonly channelId: string
  readonly chosen: FormValues
  readonly onChoose: (change: (chosen: FormValues) => FormValues) => void
}) {
  const { words, act } = usePage()
  const [trouble, setTrouble] = useState(noTrouble)
  const [isSubmitting, setIsSubmitting] = useState(false)
  const form = valuesOf(modal.blocks, chosen, channelId)
  const { id: viewId } = modal
  const close = (all: boolean) => void act('close', { viewId, all, form })

  async function submit() {
    if (isSubmitting) return
    setIsSubmitting(true)
    const answer = await act('submit', { viewId, form })
    setIsSubmitting(false)
    setTrouble(answer.ok ? noTrouble : troubleOf(answer, words))
  }

  return (
    <Dialog
      title={drawEmoji(modal.title?.text ?? '')}
      onEscape={() => close(false)}
      onClose={() => close(true)}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <div className="dialog-body">
          {trouble.banner !== '' && (
            <p className="banner" role="alert">
              {trouble.banner}
            </p>
          )}
          <BlockSurface
            blocks={modal.blocks}
            place={{ kind: 'view', viewId }}
            channelId={channelId}
            chosen={chosen}
            onChoose={onChoose}
            errors={trouble.errors}
          />
        </div>
        <footer>
          <button type="button" className="button plain" onClick={() => close(false)}>
            {modal.close?.text ?? (modal.previousViewId === null ? words.close : words.back)}
          </button>
          {modal.submit && (
            <button type="submit" className="button primary" aria-disabled={isSubmitting}>
              {modal.submit.text}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  )
}

/** Errors of inputs stand below them; everything else stands above the form. */
function troubleOf(
  answer: { readonly error: string; readonly errors: Readonly<Record<string, string>> },
  words: Words,
): Trouble {
  const hasErrors = Object.keys(answer.errors).length > 0
  return { banner: hasErrors ? '' : describeFailure(answer.error, words), errors: answer.errors }
}

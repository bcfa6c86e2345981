import type { ConfirmationDialog } from '@slack/types'
import { useState, type ReactNode } from 'react'

import { Dialog } from './dialog.tsx'
import { usePage } from './page-context.ts'
import { Text } from './text.tsx'

type Question = {
  readonly dialog: ConfirmationDialog
  readonly answer: (isConfirmed: boolean) => void
}

/** Asks one question at a time: the function that asks, and what is to be drawn for it. */
export function useConfirm(): {
  readonly confirm: (dialog: ConfirmationDialog) => Promise<boolean>
  readonly drawn: ReactNode
} {
  const [question, setQuestion] = useState<Question | undefined>()
  const confirm = (dialog: ConfirmationDialog) =>
    new Promise<boolean>((resolve) => {
      setQuestion({
        dialog,
        answer(isConfirmed) {
          setQuestion(undefined)
          resolve(isConfirmed)
        },
      })
    })
  return { confirm, drawn: question && <ConfirmBox {...question} /> }
}

function ConfirmBox({ dialog, answer }: Question): ReactNode {
  const { words } = usePage()
  const { title, text, confirm, deny, style = 'primary' } = dialog
  return (
    <Dialog title={title?.text ?? words.areYouSure} onEscape={() => answer(false)}>
      <div className="dialog-body">
        <Text object={text} />
      </div>
      <footer>
        <button type="button" className="button plain" onClick={() => answer(false)}>
          {deny?.text ?? words.cancel}
        </button>
        <button type="button" className={`button ${style}`} onClick={() => answer(true)}>
          {confirm?.text ?? words.yes}
        </button>
      </footer>
    </Dialog>
  )
}

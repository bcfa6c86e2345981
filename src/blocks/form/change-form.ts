import type { types } from '@slack/bolt'
import { preformatted, richText } from '../rich-text.ts'
import { input, note, textElement } from './elements.ts'
import { modal, type FormFrame } from './modal.ts'

/** The form's id when it is sent, and the block that holds the change. */
export const CHANGE_FORM = 'change'
export const CHANGE_BLOCK = 'change'

const LONGEST_CHANGE = 3_000

/**
 * The form of a change to a run with several node groups: the run's line, and the words that change
 * it. Fields for each of up to twenty groups would be a wall.
 */
export function changeForm({
  run,
  line,
  ...frame
}: FormFrame & { readonly run: number; readonly line: string }): types.ModalView {
  const { form } = frame.words.surfaces
  return modal(frame, {
    id: CHANGE_FORM,
    title: form.whatIfTitle(run),
    submit: form.submit,
    blocks: [
      note(form.groups(run)),
      richText(preformatted(line)),
      input(
        { block: CHANGE_BLOCK, label: form.change, hint: form.changeHelp, isOptional: false },
        textElement(undefined, { most: LONGEST_CHANGE, isMultiline: true }),
      ),
    ],
  })
}

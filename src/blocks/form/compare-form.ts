import type { types } from '@slack/bolt'
import { input, text } from './elements.ts'
import { modal, type FormFrame } from './modal.ts'

/** The form's id when it is sent, its only block, and the menu that asks us for its options. */
export const COMPARE_FORM = 'comparison'
export const RUNS_BLOCK = 'runs'
export const RUNS_ACTION = 'other-runs'

/** A table with more columns is hard to read on a phone. */
const MOST_OTHERS = 4

/** The form that picks what a run is compared with. */
export function compareForm({
  run,
  ...frame
}: FormFrame & { readonly run: number }): types.ModalView {
  const { form } = frame.words.surfaces
  return modal(frame, {
    id: COMPARE_FORM,
    title: form.compareTitle,
    submit: form.compareSubmit,
    blocks: [
      input(
        {
          block: RUNS_BLOCK,
          label: form.compareWith(run),
          hint: form.compareHelp,
          isOptional: false,
        },
        {
          type: 'multi_external_select',
          action_id: RUNS_ACTION,
          min_query_length: 0,
          max_selected_items: MOST_OTHERS,
          placeholder: text(form.comparePlaceholder),
        },
      ),
    ],
  })
}

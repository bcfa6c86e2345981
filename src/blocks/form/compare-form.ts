import type { types } from '@slack/bolt'
import type { Words } from '../../words/words.ts'
import { clip } from '../clip.ts'
import { SLACK_LIMITS } from '../limits.ts'
import { input, text } from './elements.ts'
import { placeBlock } from './place.ts'

/** The form's id when it is sent, its only block, and the menu that asks us for its options. */
export const COMPARE_FORM = 'comparison'
export const RUNS_BLOCK = 'runs'
export const RUNS_ACTION = 'other-runs'

/** A table with more columns is hard to read on a phone. */
const MOST_OTHERS = 4

/** The form that picks what a run is compared with. */
export function compareForm({
  run,
  asksPlace,
  metadata,
  words,
}: {
  readonly run: number
  /** True where nobody knows the channel, so that it is asked for. */
  readonly asksPlace: boolean
  readonly metadata: string
  readonly words: Words
}): types.ModalView {
  const { form } = words.surfaces
  return {
    type: 'modal',
    callback_id: COMPARE_FORM,
    private_metadata: metadata,
    title: text(clip(form.compareTitle, SLACK_LIMITS.viewTitle)),
    submit: text(form.compareSubmit),
    close: text(form.close),
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
      ...(asksPlace ? [placeBlock(words)] : []),
    ],
  }
}

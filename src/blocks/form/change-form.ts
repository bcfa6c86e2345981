import type { types } from '@slack/bolt'
import type { Words } from '../../words/words.ts'
import { clip } from '../clip.ts'
import { SLACK_LIMITS } from '../limits.ts'
import { preformatted, richText } from '../rich-text.ts'
import { input, text, textElement } from './elements.ts'
import { placeBlock } from './place.ts'

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
  asksPlace,
  metadata,
  words,
}: {
  readonly run: number
  readonly line: string
  /** True where nobody knows the channel, so that it is asked for. */
  readonly asksPlace: boolean
  readonly metadata: string
  readonly words: Words
}): types.ModalView {
  const { form } = words.surfaces
  return {
    type: 'modal',
    callback_id: CHANGE_FORM,
    private_metadata: metadata,
    title: text(clip(form.whatIfTitle(run), SLACK_LIMITS.viewTitle)),
    submit: text(form.submit),
    close: text(form.close),
    blocks: [
      { type: 'context', elements: [text(form.groups(run))] },
      richText(preformatted(line)),
      input(
        { block: CHANGE_BLOCK, label: form.change, hint: form.changeHelp, isOptional: false },
        textElement(undefined, { most: LONGEST_CHANGE, isMultiline: true }),
      ),
      ...(asksPlace ? [placeBlock(words)] : []),
    ],
  }
}

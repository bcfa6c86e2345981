import type { types } from '@slack/bolt'
import type { Words } from '../../words/words.ts'
import { clip } from '../clip.ts'
import { SLACK_LIMITS } from '../limits.ts'
import { text } from './elements.ts'
import { placeBlock } from './place.ts'

/** What every form is drawn with. */
export interface FormFrame {
  /** True where nobody knows the channel, so that it is asked for. */
  readonly asksPlace: boolean
  /** What the form carries for us while somebody fills it in. */
  readonly metadata: string
  readonly words: Words
}

/** A form in a window: its own blocks, then the place if that is asked for, then what comes `last`. */
export function modal(
  { asksPlace, metadata, words }: FormFrame,
  form: {
    readonly id: string
    readonly title: string
    readonly submit: string
    readonly blocks: readonly types.KnownBlock[]
    readonly last?: readonly types.KnownBlock[]
  },
): types.ModalView {
  const { id, title, submit, blocks, last = [] } = form
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: metadata,
    title: text(clip(title, SLACK_LIMITS.viewTitle)),
    submit: text(submit),
    close: text(words.surfaces.form.close),
    blocks: [...blocks, ...(asksPlace ? [placeBlock(words)] : []), ...last],
  }
}

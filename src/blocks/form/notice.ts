import type { types } from '@slack/bolt'
import type { Words } from '../../words/words.ts'
import { text } from './elements.ts'

/** A window with one sentence, where a form was asked for that cannot be. */
export function notice(sentence: string, { surfaces, help }: Words): types.ModalView {
  return {
    type: 'modal',
    title: text(help.title),
    close: text(surfaces.form.closeNotice),
    blocks: [{ type: 'section', text: text(sentence) }],
  }
}

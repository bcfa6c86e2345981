import type { RichTextBlockElement, TextObject } from '@slack/types'
import type { ReactNode } from 'react'

import { drawEmoji } from './emoji.ts'
import { LibraryBlock } from './library-block.tsx'
import { richTextOf } from './rich-text.ts'

/** Rich text: styles, lists, quotes, preformatted parts, mentions. */
export function RichText({
  elements,
}: {
  readonly elements: readonly RichTextBlockElement[]
}): ReactNode {
  return listRuns(elements).map((run, index) => (
    <LibraryBlock key={index} block={{ type: 'rich_text', elements: run }} />
  ))
}

/**
 * The parts, cut where one kind of list follows another: the library would go on counting, so that
 * a numbered list after two bullets began with 3.
 */
function listRuns(parts: readonly RichTextBlockElement[]): RichTextBlockElement[][] {
  const runs: RichTextBlockElement[][] = []
  for (const part of parts) {
    const before = runs.at(-1)?.at(-1)
    const isOtherList =
      part.type === 'rich_text_list' &&
      before?.type === 'rich_text_list' &&
      before.style !== part.style &&
      (part.indent ?? 0) === (before.indent ?? 0)
    if (before === undefined || isOtherList) runs.push([part])
    else runs.at(-1)?.push(part)
  }
  return runs
}

/** Slack's mrkdwn, read here, because the library loses parts of such texts. */
export function Mrkdwn({ text }: { readonly text: string }): ReactNode {
  return <RichText elements={richTextOf(text)} />
}

/** A plain_text or mrkdwn object. */
export function Text({ object }: { readonly object: TextObject }): ReactNode {
  if (object.type === 'mrkdwn') return <Mrkdwn text={object.text} />
  return <p className="plain">{drawEmoji(object.text)}</p>
}

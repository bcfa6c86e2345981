import type { types } from '@slack/bolt'
import type { Reply } from '../reply/reply.ts'
import { clip } from './clip.ts'
import { escapeControl } from './escape.ts'
import { SLACK_LIMITS } from './limits.ts'
import { pages } from './pages.ts'

/** A message as Slack takes it: blocks, and the answer in one sentence beside them. */
export interface Message {
  readonly text: string
  readonly blocks: readonly types.KnownBlock[]
}

export { ASK_ACTION } from './actions.ts'

/** Draws a reply with Block Kit; of one that is too long for a message, the beginning. */
export function message(reply: Reply): Message {
  return { text: textOf(reply), blocks: pages(reply)[0] ?? [] }
}

/** What is left of a reply after its first message. */
export function furtherMessages(reply: Reply): readonly Message[] {
  const text = textOf(reply)
  return pages(reply)
    .slice(1)
    .map((blocks) => ({ text, blocks }))
}

function textOf({ summary }: Reply): string {
  return clip(escapeControl(summary), SLACK_LIMITS.messageText)
}
